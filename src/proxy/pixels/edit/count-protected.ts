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
    count += zerosIn(area.free.subarray(first * area.width, end * area.width))
  })
  return count
}

function zerosIn(values: Uint8Array): number {
  let zeros = 0
  for (let at = 0; at < values.length; at++) zeros += (values[at] ?? 0) === 0 ? 1 : 0
  return zeros
}
