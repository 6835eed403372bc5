import type { Extent } from '../legal-sizes.ts'
import type { Expansion } from './expand-to.ts'

/** How much is added on a side, in pixels of the original. */
export interface Sides {
  readonly top: number
  readonly right: number
  readonly bottom: number
  readonly left: number
}

/** The original with something added on the sides that were chosen; less than nothing counts as nothing. */
export function expandBy(original: Extent, sides: Partial<Sides>): Expansion {
  const added = (side: keyof Sides) => Math.max(0, Math.round(sides[side] ?? 0))
  return {
    canvas: {
      width: original.width + added('left') + added('right'),
      height: original.height + added('top') + added('bottom'),
    },
    at: { x: added('left'), y: added('top') },
  }
}

/** Shares of the original's own edges, such as 0.25 for a quarter of its width on the left, in pixels. */
export function sidesOf(original: Extent, shares: Partial<Sides>): Sides {
  return {
    top: (shares.top ?? 0) * original.height,
    right: (shares.right ?? 0) * original.width,
    bottom: (shares.bottom ?? 0) * original.height,
    left: (shares.left ?? 0) * original.width,
  }
}
