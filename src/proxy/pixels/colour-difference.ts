import type { Lab } from './lab.ts'

const RADIAN = Math.PI / 180
const BLUE_CORNER = 25 ** 7

/** How much chroma stands out from none: 0 for a grey, 1 for strong colours. */
function vividness(chroma: number): number {
  const power = chroma ** 7
  return Math.sqrt(power / (power + BLUE_CORNER))
}

/** Degrees, 0..360; 0 for a grey. */
function hueOf(a: number, b: number): number {
  if (a === 0 && b === 0) return 0
  const degrees = Math.atan2(b, a) / RADIAN
  return degrees < 0 ? degrees + 360 : degrees
}

function hueStep(from: number, to: number): number {
  const step = to - from
  if (step > 180) return step - 360
  return step < -180 ? step + 360 : step
}

function middleHue(one: number, other: number): number {
  const sum = one + other
  if (Math.abs(one - other) <= 180) return sum / 2
  return sum < 360 ? (sum + 360) / 2 : (sum - 360) / 2
}

/** How unevenly the eye sees steps of hue around a hue in degrees. */
const hueUnevenness = (hue: number): number =>
  1 -
  0.17 * Math.cos((hue - 30) * RADIAN) +
  0.24 * Math.cos(2 * hue * RADIAN) +
  0.32 * Math.cos((3 * hue + 6) * RADIAN) -
  0.2 * Math.cos((4 * hue - 63) * RADIAN)

/**
 * CIEDE2000, all weights 1: about 1 is just noticeable side by side, over 2 visible at a glance.
 * After Sharma, Wu and Dalal, “The CIEDE2000 color-difference formula” (2005), whose test pairs it meets to four decimals.
 */
export function colourDifference([l1, a1, b1]: Lab, [l2, a2, b2]: Lab): number {
  const stretch = 1 + 0.5 * (1 - vividness((Math.hypot(a1, b1) + Math.hypot(a2, b2)) / 2))
  const [c1, c2] = [Math.hypot(a1 * stretch, b1), Math.hypot(a2 * stretch, b2)]
  const [h1, h2] = [hueOf(a1 * stretch, b1), hueOf(a2 * stretch, b2)]
  const grey = c1 * c2 === 0
  const chroma = (c1 + c2) / 2
  const hue = grey ? h1 + h2 : middleHue(h1, h2)
  const turn = grey ? 0 : hueStep(h1, h2)
  const depth = ((l1 + l2) / 2 - 50) ** 2
  const lightness = (l2 - l1) / (1 + (0.015 * depth) / Math.sqrt(20 + depth))
  const saturation = (c2 - c1) / (1 + 0.045 * chroma)
  const tone = (2 * Math.sqrt(c1 * c2) * Math.sin((turn / 2) * RADIAN)) / (1 + 0.015 * chroma * hueUnevenness(hue))
  const twist = -2 * vividness(chroma) * Math.sin(60 * Math.exp(-(((hue - 275) / 25) ** 2)) * RADIAN)
  return Math.sqrt(Math.max(0, lightness ** 2 + saturation ** 2 + tone ** 2 + twist * saturation * tone))
}
