import type { ChangingArea } from './changing-area.ts'
import { inBands } from './in-bands.ts'
import type { Pixels } from './pixels.ts'
import { type Cut, placeOf } from './places.ts'

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
  const { channels } = own
  const isFree = (x: number, y: number): boolean =>
    x >= area.x && y >= area.y && x < area.x + area.width && y < area.y + area.height
      ? (area.free[(y - area.y) * area.width + x - area.x] ?? 0) > 0
      : false
  const ownRows = Buffer.from(own.data.buffer, own.data.byteOffset, own.data.length)
  const resultRows = Buffer.from(result.data.buffer, result.data.byteOffset, result.data.length)
  let changed = 0
  await inBands(place, (first, end) => {
    for (let row = first; row < end; row++) {
      const from = row * own.width * channels
      const to = ((place.y + row) * result.width + place.x) * channels
      const length = own.width * channels
      if (ownRows.compare(resultRows, to, to + length, from, from + length) === 0) continue
      for (let x = 0; x < own.width; x++) {
        if (differs(own.data, from + x * channels, result.data, to + x * channels, channels)) {
          if (!isFree(place.x + x, place.y + row)) changed += 1
        }
      }
    }
  })
  return changed
}

function differs(one: Uint8Array, at: number, other: Uint8Array, to: number, channels: number): boolean {
  for (let channel = 0; channel < channels; channel++) if (one[at + channel] !== other[to + channel]) return true
  return false
}
