import type { SizeRules } from './models.ts'

export interface Extent {
  readonly width: number
  readonly height: number
}

/** A size and the share of its area that is lost when it is cropped to the ratio asked about. */
export interface CroppedSize extends Extent {
  readonly loss: number
}

/** Keeps floating-point noise from refusing what is exactly on a limit. */
export const NOISE = 1e-9

/** Whether a model accepts a size. */
export function isLegalSize({ width, height }: Extent, rules: SizeRules): boolean {
  const area = width * height
  return (
    width > 0 &&
    height > 0 &&
    width % rules.grid === 0 &&
    height % rules.grid === 0 &&
    Math.max(width, height) <= rules.maxEdge &&
    Math.max(width, height) <= rules.maxAspect * Math.min(width, height) &&
    area >= rules.minArea &&
    area <= rules.maxArea
  )
}

/** Every legal size that loses at most `maxLoss` of its area when cropped to a ratio. */
export function sizesNear(ratio: Extent, rules: SizeRules, maxLoss: number): CroppedSize[] {
  const { grid, maxEdge, maxAspect, minArea, maxArea } = rules
  const kept = 1 - maxLoss
  const found: CroppedSize[] = []
  for (let width = grid; width <= maxEdge; width += grid) {
    const fitting = (width * ratio.height) / ratio.width
    const lowest = Math.max(fitting * kept, width / maxAspect, minArea / width)
    const highest = Math.min(fitting / kept, width * maxAspect, maxArea / width, maxEdge)
    const last = Math.floor(highest / grid + NOISE) * grid
    for (let height = Math.ceil(lowest / grid - NOISE) * grid; height <= last; height += grid) {
      found.push({ width, height, loss: cropLoss({ width, height }, ratio) })
    }
  }
  return found
}

/** Every size a model accepts. */
export function legalSizes(rules: SizeRules): readonly Extent[] {
  const known = legal.get(rules)
  if (known) return known
  const found: Extent[] = []
  for (let width = rules.grid; width <= rules.maxEdge; width += rules.grid) {
    for (let height = rules.grid; height <= rules.maxEdge; height += rules.grid) {
      if (isLegalSize({ width, height }, rules)) found.push({ width, height })
    }
  }
  legal.set(rules, found)
  return found
}

/** Written down once: a price is computed with every letter that is typed. */
const legal = new WeakMap<SizeRules, readonly Extent[]>()

/**
 * The share of an image's area outside the largest part of it that has a frame's ratio. Equal ratios of whole numbers
 * give equal losses: both products are exact and the division rounds once.
 */
export function cropLoss(image: Extent, frame: Extent): number {
  const across = image.width * frame.height
  const along = image.height * frame.width
  return 1 - Math.min(across, along) / Math.max(across, along)
}
