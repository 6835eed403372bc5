import type { ChangingArea } from './changing-area.ts'
import { overlap } from './overlap.ts'
import { type Cut, placeOf, visibleOf } from './places.ts'

/** Pixels of the original in the window that may not change. */
export function countProtected(area: ChangingArea, cut: Cut): number {
  const own = overlap(visibleOf(cut), placeOf(cut))
  const near = own && overlap(own, area)
  if (!own) return 0
  const beyond = own.width * own.height - (near ? near.width * near.height : 0)
  return beyond + area.free.reduce((count, free) => (free === 0 ? count + 1 : count), 0)
}
