import { nearestGuess } from './nearest-guess.ts'
import type { PngRow } from './png-row.ts'

/** Pixels of a row that tell which filter suits it; of a long row only some are looked at. */
const ENOUGH = 256
const MOST_APART = 8

/** The PNG filter that leaves the least to a row: its bytes are added up as distances from 0. */
export function chooseFilter({ data, at, above, up, length, bytes }: PngRow): number {
  const step = bytes * Math.max(1, Math.min(MOST_APART, Math.floor(length / bytes / ENOUGH)))
  let [none, sub, over, average, paeth] = [0, 0, 0, 0, 0]
  for (let pixel = bytes; pixel < length; pixel += step) {
    for (let x = pixel; x < pixel + bytes; x++) {
      const own = data[at + x] ?? 0
      const a = data[at + x - bytes] ?? 0
      const b = above[up + x] ?? 0
      none += distance(own)
      sub += distance(own - a)
      over += distance(own - b)
      average += distance(own - ((a + b) >> 1))
      paeth += distance(own - nearestGuess(a, b, above[up + x - bytes] ?? 0))
    }
  }
  const sums = [none, sub, over, average, paeth]
  return sums.indexOf(Math.min(...sums))
}

/** From 0, of a byte that is counted round: 255 is one away. */
const distance = (difference: number): number => Math.abs((difference << 24) >> 24)
