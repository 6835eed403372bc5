import type { Cells } from './edge-cells.ts'
import { inBands } from './in-bands.ts'
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
/** Each pixel lies in four patches and is looked at twice, in several steps. */
const COSTLY = 10

/**
 * The patches along the edge. They overlap by half: an edge that runs between two cells still runs through the middle of a
 * patch.
 */
export async function edgeBlocks(views: TwoViews, blocks: Cells): Promise<EdgeBlock[]> {
  const found: EdgeBlock[] = []
  const { width, height } = views.area
  const { cell, columns, rows } = blocks
  await inBands({ width: columns * cell * cell * COSTLY, height: rows }, (first, end) => {
    for (let row = first; row < end; row++) {
      for (let column = 0; column < columns; column++) {
        const [free, held] = [around(blocks, blocks.free, column, row), around(blocks, blocks.held, column, row)]
        if (free < ENOUGH || held < ENOUGH) continue
        const [left, top] = [column * cell, row * cell]
        const patch = { left, top, right: Math.min(width, left + 2 * cell), bottom: Math.min(height, top + 2 * cell) }
        const inside = drawnIn(views, patch).map((sum) => sum / free)
        found.push({ ...patch, inside, missed: missedIn(views, patch).map((sum) => sum / held) })
      }
    }
  })
  return found
}

/** The count of a cell, the one to its right and the two below. */
function around({ columns, rows }: Cells, counts: Uint32Array, column: number, row: number): number {
  const right = column + 1 < columns
  const at = row * columns + column
  const below = row + 1 < rows ? (counts[at + columns] ?? 0) + (right ? (counts[at + columns + 1] ?? 0) : 0) : 0
  return (counts[at] ?? 0) + (right ? (counts[at + 1] ?? 0) : 0) + below
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
