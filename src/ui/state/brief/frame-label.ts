interface Size {
  width: number
  height: number
}

const MAX_TERM = 30

const gcd = (a: number, b: number): number => (b === 0 ? a : gcd(b, a % b))
const short = (value: number): string => String(Math.round(value * 100) / 100)

/** A size's ratio in small whole numbers (“8:5”), else against 1 (“1:2.16”). */
export function ratioLabel({ width, height }: Size): string {
  const [across, down] = [Math.round(width), Math.round(height)]
  const divisor = gcd(across, down)
  if (divisor > 0 && Math.max(across, down) / divisor <= MAX_TERM) return `${across / divisor}:${down / divisor}`
  return width >= height ? `${short(width / height)}:1` : `1:${short(height / width)}`
}

/** “1440 × 900”. */
export function sizeLabel({ width, height }: Size): string {
  return `${short(width)} × ${short(height)}`
}
