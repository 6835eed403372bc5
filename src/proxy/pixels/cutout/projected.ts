export type Colour = readonly [red: number, green: number, blue: number]

export interface Projected {
  /** How much of a colour over the one behind gives what is nearest to the one seen, 0..1. */
  alpha: number
  /** Levels from there to the one seen. */
  beside: number
}

export function projected(behind: Colour, seen: Colour, own: Colour): Projected {
  const [red, green, blue] = [seen[0] - behind[0], seen[1] - behind[1], seen[2] - behind[2]]
  const [toRed, toGreen, toBlue] = [own[0] - behind[0], own[1] - behind[1], own[2] - behind[2]]
  const whole = toRed * toRed + toGreen * toGreen + toBlue * toBlue
  const share = whole === 0 ? 1 : (red * toRed + green * toGreen + blue * toBlue) / whole
  const alpha = Math.max(0, Math.min(1, share))
  const [offRed, offGreen, offBlue] = [red - alpha * toRed, green - alpha * toGreen, blue - alpha * toBlue]
  return { alpha, beside: Math.sqrt(offRed * offRed + offGreen * offGreen + offBlue * offBlue) }
}
