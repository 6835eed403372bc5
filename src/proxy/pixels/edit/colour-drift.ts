import type { ChangingArea } from './changing-area.ts'
import type { ColourField } from './colour-field.ts'
import { type Cells, countCells, nearFree } from './edge-cells.ts'
import { type Known, spread } from './spread.ts'

/** An area as the model was shown it and as it drew it, three channels each. */
export interface TwoViews {
  area: ChangingArea
  shown: Uint8Array
  drawn: Uint8Array
}

/** Cells along the longer edge of the area. */
const CELLS = 128
const LEAST_CELL = 4
const MOST_CELL = 32
/** Protected pixels that make a cell trustworthy. */
const ENOUGH = 8
/** Levels from the middle of all cells at which a cell counts half: there the model drew something else. */
const UNUSUAL = 20
/** How deep matching reaches: a share of the shorter edge of the area, in pixels not less and not more than this. */
const DEPTH = 0.25
const LEAST_DEPTH = 32
const MOST_DEPTH = 256

/**
 * What to add to the model’s picture so that it meets the protected pixels around what may change: its difference to
 * them, carried inwards and fading with depth. Null where nothing protected is near.
 */
export async function colourDrift(views: TwoViews): Promise<ColourField | null> {
  const { width, height } = views.area
  const cell = Math.max(LEAST_CELL, Math.min(MOST_CELL, Math.round(Math.max(width, height) / CELLS)))
  const cells = await countCells(views.area, cell)
  const known = knownDrift(views, cells)
  if (!known.weights.some((weight) => weight > 0)) return null
  trustTheUsual(known)
  const values = spread(known)
  fade(values, cells, views.area)
  return { values, columns: cells.columns, rows: cells.rows, cell }
}

function knownDrift({ area, shown, drawn }: TwoViews, cells: Cells): Known {
  const { columns, rows, cell } = cells
  const values = new Float32Array(columns * rows * 3)
  const weights = new Float32Array(columns * rows)
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      if (!nearFree(cells, column, row)) continue
      const to = row * columns + column
      const count = cells.held[to] ?? 0
      if (count === 0) continue
      const sums = [0, 0, 0]
      for (let y = row * cell; y < Math.min(area.height, (row + 1) * cell); y++) {
        for (let x = column * cell; x < Math.min(area.width, (column + 1) * cell); x++) {
          const at = y * area.width + x
          if (area.free[at]) continue
          for (let one = 0; one < 3; one++)
            sums[one] = (sums[one] ?? 0) + (shown[at * 3 + one] ?? 0) - (drawn[at * 3 + one] ?? 0)
        }
      }
      weights[to] = Math.min(1, count / ENOUGH)
      for (let one = 0; one < 3; one++) values[to * 3 + one] = (sums[one] ?? 0) / count
    }
  }
  return { values, weights, columns, rows }
}

/** Where the difference is unlike that of most cells the model drew something else across the edge. */
function trustTheUsual({ values, weights }: Known): void {
  const middle = [0, 1, 2].map((channel) => {
    const found = [...weights.keys()]
      .filter((cell) => (weights[cell] ?? 0) > 0)
      .map((cell) => values[cell * 3 + channel] ?? 0)
    return found.sort((a, b) => a - b)[found.length >> 1] ?? 0
  })
  weights.forEach((weight, cell) => {
    const off = Math.max(...middle.map((value, channel) => Math.abs((values[cell * 3 + channel] ?? 0) - value)))
    weights[cell] = weight / (1 + (off / UNUSUAL) ** 2)
  })
}

function fade(values: Float32Array, cells: Cells, { width, height }: ChangingArea): void {
  const { cell } = cells
  const reach = Math.max(LEAST_DEPTH, Math.min(MOST_DEPTH, DEPTH * Math.min(width, height))) / cell
  depths(cells).forEach((depth, at) => {
    const share = 0.5 + 0.5 * Math.cos(Math.PI * Math.min(1, depth / reach))
    for (let one = 0; one < 3; one++) values[at * 3 + one] = (values[at * 3 + one] ?? 0) * share
  })
}

/** How many cells each is from one with protected pixels, by steps of 1 to the side and √2 across. */
function depths({ held, columns, rows }: Cells): Float32Array {
  const depth = Float32Array.from(held, (count) => (count > 0 ? 0 : Infinity))
  const least = (at: number, column: number, row: number, way: 1 | -1): void => {
    const inRow = row + way >= 0 && row + way < rows
    const look = (x: number, y: number, step: number): void => {
      if (x < 0 || x >= columns || (y !== 0 && !inRow)) return
      depth[at] = Math.min(depth[at] ?? 0, (depth[at + (x - column) + y * columns] ?? 0) + step)
    }
    look(column + way, 0, 1)
    look(column, way, 1)
    look(column + way, way, Math.SQRT2)
    look(column - way, way, Math.SQRT2)
  }
  for (let at = 0; at < depth.length; at++) least(at, at % columns, Math.floor(at / columns), -1)
  for (let at = depth.length - 1; at >= 0; at--) least(at, at % columns, Math.floor(at / columns), 1)
  return depth
}
