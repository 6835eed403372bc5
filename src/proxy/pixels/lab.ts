/** CIE L*a*b* under D65: L 0..100, a and b about −128..127. */
export type Lab = readonly [lightness: number, a: number, b: number]

const LINEAR = Float64Array.from({ length: 256 }, (_, level) => {
  const share = level / 255
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
})

const LEAST = (6 / 29) ** 3
const curve = (share: number): number => (share > LEAST ? Math.cbrt(share) : share / (3 * (6 / 29) ** 2) + 4 / 29)

/** Between two levels the curve is followed in a straight line. */
function linear(level: number): number {
  const held = Math.max(0, Math.min(255, level))
  const below = Math.floor(held)
  const from = LINEAR[below] ?? 0
  return from + ((LINEAR[below + 1] ?? from) - from) * (held - below)
}

/** The colour of sRGB levels 0..255, which may be means and so between whole numbers. */
export function labOf(red: number, green: number, blue: number): Lab {
  const [r, g, b] = [linear(red), linear(green), linear(blue)]
  const x = curve((0.4124564 * r + 0.3575761 * g + 0.1804375 * b) / 0.95047)
  const y = curve(0.2126729 * r + 0.7151522 * g + 0.072175 * b)
  const z = curve((0.0193339 * r + 0.119192 * g + 0.9503041 * b) / 1.08883)
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)]
}
