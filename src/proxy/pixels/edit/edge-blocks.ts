import { inBands } from '../in-bands.ts'
import type { Cells } from './edge-cells.ts'
import { missedIn, type Patch, type TwoViews } from './two-views.ts'

/** A patch of the area that the edge of what may change runs through, two cells wide and high. */
export interface EdgeBlock extends Patch {
  /** The mean colour that the model drew inside the edge, in levels. */
  inside: readonly number[]
  /** What the original has more than the model’s picture outside the edge, on average, in levels. */
  missed: readonly number[]
}

/** Pixels a patch needs on each side of the edge. */
const ENOUGH = 4
/** A pixel is looked at in several steps. */
const COSTLY = 5

/**
 * The patches along the edge. They overlap by half: an edge that runs between two cells still runs through the middle of a
 * patch.
 */
export async function edgeBlocks(views: TwoViews, blocks: Cells): Promise<EdgeBlock[]> {
  const found: EdgeBlock[] = []
  const { width, height } = views.area
  const { cell, columns, rows } = blocks
  const sums = new Map<number, Sums>()
  const sumsOf = (at: number): Sums => {
    const [left, top] = [(at % columns) * cell, Math.floor(at / columns) * cell]
    const patch = { left, top, right: Math.min(width, left + cell), bottom: Math.min(height, top + cell) }
    const known = sums.get(at) ?? { inside: drawnIn(views, patch), missed: missedIn(views, patch) }
    sums.set(at, known)
    return known
  }
  const lookAt = (column: number, row: number): void => {
    const free = inPatch(blocks.free, blocks, column, row)
    const held = free < ENOUGH ? 0 : inPatch(blocks.held, blocks, column, row)
    if (held < ENOUGH) return
    const cells = patchCells(blocks, column, row)
    const [left, top] = [column * cell, row * cell]
    found.push({
      left,
      top,
      right: Math.min(width, left + 2 * cell),
      bottom: Math.min(height, top + 2 * cell),
      inside: [0, 1, 2].map((one) => added(cells, (at) => sumsOf(at).inside[one] ?? 0) / free),
      missed: [0, 1, 2].map((one) => added(cells, (at) => sumsOf(at).missed[one] ?? 0) / held),
    })
  }
  await inBands({ width: columns * cell * cell * COSTLY, height: rows }, (first, end) => {
    for (let row = first; row < end; row++) {
      for (let column = 0; column < columns; column++) lookAt(column, row)
      for (let column = 0; column < columns; column++) sums.delete(row * columns + column)
    }
  })
  return found
}

/** Red, green, blue of a cell. */
type Sums = Pick<EdgeBlock, 'inside' | 'missed'>

/** A cell, the one to its right and the two below, as far as there are any. */
function patchCells({ columns, rows }: Cells, column: number, row: number): number[] {
  const at = row * columns + column
  const line = column + 1 < columns ? [at, at + 1] : [at]
  return row + 1 < rows ? [...line, ...line.map((one) => one + columns)] : line
}

/** Added up over the cells of a patch. Most patches are told by it that the edge is elsewhere. */
function inPatch(counts: Uint32Array, { columns, rows }: Cells, column: number, row: number): number {
  const at = row * columns + column
  const right = column + 1 < columns ? 1 : 0
  const above = (counts[at] ?? 0) + right * (counts[at + right] ?? 0)
  if (row + 1 === rows) return above
  return above + (counts[at + columns] ?? 0) + right * (counts[at + columns + right] ?? 0)
}

function added(cells: readonly number[], value: (at: number) => number): number {
  let sum = 0
  for (const at of cells) sum += value(at)
  return sum
}

/** Adds up what was drawn where it may change: red, green, blue. */
function drawnIn({ area, drawn }: TwoViews, { left, top, right, bottom }: Patch): number[] {
  let [red, green, blue] = [0, 0, 0]
  for (let y = top; y < bottom; y++) {
    for (let x = left; x < right; x++) {
      const at = y * area.width + x
      if (!area.free[at]) continue
      red += drawn[at * 3] ?? 0
      green += drawn[at * 3 + 1] ?? 0
      blue += drawn[at * 3 + 2] ?? 0
    }
  }
  return [red, green, blue]
}
