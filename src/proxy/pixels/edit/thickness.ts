import type { Extent } from '#domain/legal-sizes.ts'
import { inBands } from '../in-bands.ts'
import type { Distances } from './distances.ts'

/** The greatest distance from what is protected that is found around each block of pixels, in thirds of a pixel, at most the radius. */
export interface Thickness {
  values: Uint8Array
  columns: number
  rows: number
}

/** Pixels. */
const BLOCK = 4

/** How thick what may change is around each place, looking as far as the radius in pixels. */
export async function thicknessAround(far: Distances, size: Extent, radius: number): Promise<Thickness> {
  const columns = Math.ceil(size.width / BLOCK)
  const rows = Math.ceil(size.height / BLOCK)
  const own = new Uint8Array(columns * rows)
  const most = radius * 3
  await inBands({ width: size.width * BLOCK, height: rows }, (first, end) => {
    for (let row = first; row < end; row++) {
      for (let column = 0; column < columns; column++)
        own[row * columns + column] = deepest(far, size, column, row, most)
    }
  })
  const reach = Math.ceil(radius / BLOCK)
  const across = await greatestAlong(own, { lines: rows, length: columns, line: columns, step: 1 }, reach, most)
  const values = await greatestAlong(across, { lines: columns, length: rows, line: 1, step: columns }, reach, most)
  return { values, columns, rows }
}

/** The greatest distance in a block, looked for up to `most`. */
function deepest({ thirds, stride }: Distances, size: Extent, column: number, row: number, most: number): number {
  const [left, right] = [column * BLOCK, Math.min(size.width, (column + 1) * BLOCK)]
  const bottom = Math.min(size.height, (row + 1) * BLOCK)
  let greatest = 0
  for (let y = row * BLOCK; y < bottom; y++) {
    const from = (y + 1) * stride + 1
    for (let at = from + left; at < from + right; at++) {
      const depth = thirds[at] ?? 0
      if (depth >= most) return most
      if (depth > greatest) greatest = depth
    }
  }
  return greatest
}

interface Lines {
  lines: number
  length: number
  line: number
  step: number
}

async function greatestAlong(
  values: Uint8Array,
  { lines, length, line, step }: Lines,
  reach: number,
  enough: number,
): Promise<Uint8Array> {
  const found = new Uint8Array(values.length)
  const look = (start: number, at: number): number => {
    let greatest = 0
    const end = Math.min(length - 1, at + reach)
    for (let near = Math.max(0, at - reach); near <= end; near++) {
      const value = values[start + near * step] ?? 0
      if (value > greatest) greatest = value
      if (greatest >= enough) break
    }
    return greatest
  }
  await inBands({ width: length * (2 * reach + 1), height: lines }, (first, end) => {
    for (let one = first; one < end; one++) {
      for (let at = 0; at < length; at++) found[one * line + at * step] = look(one * line, at)
    }
  })
  return found
}

/** Between the middles of blocks it changes steadily. */
export function thicknessAt({ values, columns, rows }: Thickness, x: number, y: number): number {
  const across = Math.max(0, Math.min(columns - 1, (x + 0.5) / BLOCK - 0.5))
  const down = Math.max(0, Math.min(rows - 1, (y + 0.5) / BLOCK - 0.5))
  const [column, row] = [Math.floor(across), Math.floor(down)]
  const right = Math.min(columns - 1, column + 1)
  const [above, below] = [row * columns, Math.min(rows - 1, row + 1) * columns]
  const top = mix(values[above + column] ?? 0, values[above + right] ?? 0, across - column)
  const bottom = mix(values[below + column] ?? 0, values[below + right] ?? 0, across - column)
  return mix(top, bottom, down - row)
}

const mix = (from: number, to: number, share: number): number => from + (to - from) * share
