import { inBands } from '../in-bands.ts'
import type { ChangingArea } from './changing-area.ts'
import { overlap } from './overlap.ts'
import type { Pixels } from './pixels.ts'
import { type Cut, from, placeOf } from './places.ts'

interface Comparison {
  /** The whole canvas, decoded from the file. */
  result: Pixels
  /** The original, decoded from its file. */
  own: Pixels
  cut: Cut
  /** Outside it the original is protected. */
  area: ChangingArea
}

/** Protected pixels of the original that differ in the result in any channel, every one looked at. */
export async function countChanged({ result, own, cut, area }: Comparison): Promise<number> {
  const place = placeOf(cut)
  if (result.channels !== own.channels) return place.width * place.height
  const near = overlap(place, area)
  const box = near ? from(place, near) : { x: 0, y: 0, width: 0, height: 0 }
  const compare = comparer(own, result, place)
  let changed = 0
  await inBands(own, (first, end) => {
    for (let y = first; y < end; y++) {
      const beside = y >= box.y && y < box.y + box.height
      changed += compare(y, 0, beside ? box.x : own.width)
      if (!beside) continue
      changed += compare(y, box.x + box.width, own.width)
      const row = (place.y + y - area.y) * area.width + place.x - area.x
      const free = area.free.subarray(row + box.x, row + box.x + box.width)
      for (let start = free.indexOf(0); start >= 0; ) {
        const found = free.indexOf(255, start)
        const end = found < 0 ? box.width : found
        changed += compare(y, box.x + start, box.x + end)
        start = free.indexOf(0, end)
      }
    }
  })
  return changed
}

/** Compares a run of a row, first as a whole. */
function comparer(own: Pixels, result: Pixels, place: { x: number; y: number }) {
  const { channels } = own
  const ours = Buffer.from(own.data.buffer, own.data.byteOffset, own.data.length)
  const theirs = Buffer.from(result.data.buffer, result.data.byteOffset, result.data.length)
  return (y: number, start: number, end: number): number => {
    if (end <= start) return 0
    const from = (y * own.width + start) * channels
    const to = ((place.y + y) * result.width + place.x + start) * channels
    const length = (end - start) * channels
    if (ours.compare(theirs, to, to + length, from, from + length) === 0) return 0
    let changed = 0
    for (let at = 0; at < length; at += channels) {
      const size = channels
      if (ours.compare(theirs, to + at, to + at + size, from + at, from + at + size) !== 0) changed += 1
    }
    return changed
  }
}
