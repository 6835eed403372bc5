import type { ChangeShape } from './change-shape.ts'
import { overlap } from './overlap.ts'
import { type Cut, placeOf, visibleOf } from './places.ts'

/** Pixels of the original in the window that may not change. */
export function countProtected({ area, blocks }: ChangeShape, cut: Cut): number {
  const own = overlap(visibleOf(cut), placeOf(cut))
  if (!own) return 0
  const near = overlap(own, area)
  const outside = own.width * own.height - (near ? near.width * near.height : 0)
  return blocks.held.reduce((sum, held) => sum + held, outside)
}
