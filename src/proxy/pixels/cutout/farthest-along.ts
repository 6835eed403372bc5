type Colour = [red: number, green: number, blue: number]

/** The last colour there is on the way from one colour through another; a few levels apart say nothing, then it is the other. */
export function farthestAlong(from: Colour, through: Colour): Colour {
  const steps = through.map((level, i) => level - (from[i] ?? 0))
  const limits = steps.map((step, i) => {
    if (Math.abs(step) < 1) return Number.POSITIVE_INFINITY
    return step > 0 ? (255 - (from[i] ?? 0)) / step : -(from[i] ?? 0) / step
  })
  const far = Math.max(1, Math.min(...limits))
  if (!Number.isFinite(far)) return through
  const [red = 0, green = 0, blue = 0] = steps.map((step, i) => (from[i] ?? 0) + far * step)
  return [red, green, blue]
}
