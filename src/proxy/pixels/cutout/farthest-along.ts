import type { Colour } from './projected.ts'

/** Levels: what is nearer says nothing about the colour a faint pixel is a trace of. */
const LEAST = 200

/** The last colour there is on the way from one colour through another, or one farther out where that is near. */
export function farthestAlong(from: Colour, through: Colour): Colour {
  const steps = through.map((level, i) => level - (from[i] ?? 0))
  const limits = steps.map((step, i) => {
    if (step === 0) return Number.POSITIVE_INFINITY
    return step > 0 ? (255 - (from[i] ?? 0)) / step : -(from[i] ?? 0) / step
  })
  const length = Math.hypot(...steps)
  if (length === 0) return through
  const far = Math.max(LEAST / length, Math.min(...limits))
  const [red = 0, green = 0, blue = 0] = steps.map((step, i) => (from[i] ?? 0) + far * step)
  return [red, green, blue]
}
