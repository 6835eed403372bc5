import { inBands } from '../in-bands.ts'
import type { ChangingArea } from './changing-area.ts'

/** An area in square cells, those along the edge of what may change apart. */
export interface Cells {
  cell: number
  columns: number
  rows: number
  /** Pixels of each cell that may change, and that are protected. */
  free: Uint32Array
  held: Uint32Array
}

/** Counts what may change and what is protected in each cell. */
export async function countCells({ width, height, free }: ChangingArea, cell: number): Promise<Cells> {
  const columns = Math.ceil(width / cell)
  const rows = Math.ceil(height / cell)
  const counts = new Uint32Array(columns * rows)
  const held = new Uint32Array(columns * rows)
  const countRow = (y: number): void => {
    const row = Math.floor(y / cell) * columns
    for (let column = 0, x = 0; column < columns; column++) {
      const end = Math.min(width, x + cell)
      const length = end - x
      let count = 0
      for (; x < end; x++) count += (free[y * width + x] ?? 0) & 1
      counts[row + column] = (counts[row + column] ?? 0) + count
      held[row + column] = (held[row + column] ?? 0) + length - count
    }
  }
  await inBands({ width, height }, (first, end) => {
    for (let y = first; y < end; y++) countRow(y)
  })
  return { cell, columns, rows, free: counts, held }
}

/** The same in cells so many times as large. */
export function coarser({ cell, columns, rows, free, held }: Cells, times: number): Cells {
  const [across, down] = [Math.ceil(columns / times), Math.ceil(rows / times)]
  const sums = { free: new Uint32Array(across * down), held: new Uint32Array(across * down) }
  for (let at = 0; at < free.length; at++) {
    const to = Math.floor(Math.floor(at / columns) / times) * across + Math.floor((at % columns) / times)
    sums.free[to] = (sums.free[to] ?? 0) + (free[at] ?? 0)
    sums.held[to] = (sums.held[to] ?? 0) + (held[at] ?? 0)
  }
  return { cell: cell * times, columns: across, rows: down, ...sums }
}

/** Whether a cell or one beside it has free pixels. */
export function nearFree({ free, columns, rows }: Cells, column: number, row: number): boolean {
  for (let y = Math.max(0, row - 1); y <= Math.min(rows - 1, row + 1); y++) {
    for (let x = Math.max(0, column - 1); x <= Math.min(columns - 1, column + 1); x++) {
      if ((free[y * columns + x] ?? 0) > 0) return true
    }
  }
  return false
}
