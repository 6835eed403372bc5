import { inBands } from '../in-bands.ts'
import type { ChangingArea } from './changing-area.ts'
import { overlap } from './overlap.ts'
import { type Cut, placeOf, visibleOf } from './places.ts'

/** Pixels of the original in the window that may not change. */
export async function countProtected(area: ChangingArea, cut: Cut): Promise<number> {
  const own = overlap(visibleOf(cut), placeOf(cut))
  const near = own && overlap(own, area)
  if (!own) return 0
  let count = own.width * own.height - (near ? near.width * near.height : 0)
  await inBands(area, (first, end) => {
    for (let at = first * area.width; at < end * area.width; at++) if (area.free[at] === 0) count += 1
  })
  return count
}
