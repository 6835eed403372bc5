import { chooseFilter } from './choose-filter.ts'
import { nearestGuess } from './nearest-guess.ts'
import type { PngRow } from './png-row.ts'

/** The filters of PNG by their numbers; what is left of the first pixel is 0. */
const FILTERS: readonly ((out: Uint8Array, to: number, row: PngRow) => void)[] = [none, sub, over, average, paeth]

/** Writes a row as PNG stores it: the number of its filter, then what the filter leaves. */
export function filterRow(out: Uint8Array, to: number, row: PngRow): void {
  const filter = chooseFilter(row)
  out[to] = filter
  FILTERS[filter]?.(out, to + 1, row)
}

function none(out: Uint8Array, to: number, { data, at, length }: PngRow): void {
  out.set(data.subarray(at, at + length), to)
}

function sub(out: Uint8Array, to: number, { data, at, length, bytes }: PngRow): void {
  for (let x = 0; x < bytes; x++) out[to + x] = data[at + x] ?? 0
  for (let x = bytes; x < length; x++) out[to + x] = (data[at + x] ?? 0) - (data[at + x - bytes] ?? 0)
}

function over(out: Uint8Array, to: number, { data, at, above, up, length }: PngRow): void {
  for (let x = 0; x < length; x++) out[to + x] = (data[at + x] ?? 0) - (above[up + x] ?? 0)
}

function average(out: Uint8Array, to: number, { data, at, above, up, length, bytes }: PngRow): void {
  for (let x = 0; x < bytes; x++) out[to + x] = (data[at + x] ?? 0) - ((above[up + x] ?? 0) >> 1)
  for (let x = bytes; x < length; x++) {
    out[to + x] = (data[at + x] ?? 0) - (((data[at + x - bytes] ?? 0) + (above[up + x] ?? 0)) >> 1)
  }
}

function paeth(out: Uint8Array, to: number, { data, at, above, up, length, bytes }: PngRow): void {
  for (let x = 0; x < bytes; x++) out[to + x] = (data[at + x] ?? 0) - (above[up + x] ?? 0)
  for (let x = bytes; x < length; x++) {
    const guess = nearestGuess(data[at + x - bytes] ?? 0, above[up + x] ?? 0, above[up + x - bytes] ?? 0)
    out[to + x] = (data[at + x] ?? 0) - guess
  }
}
