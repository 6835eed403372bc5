import { setImmediate } from 'node:timers/promises'
import type { Extent } from '#domain/legal-sizes.ts'
import { inBands } from '../in-bands.ts'
import type { ColourField } from './colour-field.ts'
import { type Cells, coarser, nearFree } from './edge-cells.ts'
import { type Known, spread } from './spread.ts'
import { missedIn, type TwoViews } from './two-views.ts'

/** Cells along the longer edge of the area. */
const CELLS = 128
/** Blocks to a cell at most. */
const MOST_BLOCKS = 4
/** Protected pixels that make a cell trustworthy. */
const ENOUGH = 8
/** Levels from the middle of all cells at which a cell counts half: there the model drew something else. */
const UNUSUAL = 20
/** Levels a channel is changed by at most; where most of the edge asks for more, the model drew another picture. */
const MOST_LEVELS = 40
/** A pixel is looked at in several steps. */
const COSTLY = 5
/** How deep matching reaches: a share of the shorter edge of the area, in pixels not less and not more than this. */
const DEPTH = 0.25
const LEAST_DEPTH = 32
const MOST_DEPTH = 256

/**
 * What to add to the model’s picture so that it meets the protected pixels around what may change: its difference to
 * them, carried inwards and fading with depth. Null where nothing protected is near, or where the two pictures have too
 * little to do with each other.
 */
export async function colourDrift(views: TwoViews, blocks: Cells): Promise<ColourField | null> {
  const { width, height } = views.area
  const times = Math.ceil(Math.max(width, height) / CELLS / blocks.cell)
  const cells = coarser(blocks, Math.max(1, Math.min(MOST_BLOCKS, times)))
  const known = await knownDrift(views, cells)
  if (!known.weights.some((weight) => weight > 0)) return null
  const usual = usualOf(known)
  if (usual.some((levels) => Math.abs(levels) > MOST_LEVELS)) return null
  trustTheUsual(known, usual)
  holdBack(known)
  await setImmediate()
  const values = spread(known)
  await setImmediate()
  fade(values, cells, views.area)
  return { values, columns: cells.columns, rows: cells.rows, cell: cells.cell }
}

async function knownDrift(views: TwoViews, cells: Cells): Promise<Known> {
  const { columns, rows, cell } = cells
  const { width, height } = views.area
  const values = new Float32Array(columns * rows * 3)
  const weights = new Float32Array(columns * rows)
  const knowCells = (row: number): void => {
    for (let column = 0; column < columns; column++) {
      const at = row * columns + column
      const count = cells.held[at] ?? 0
      if (count === 0 || !nearFree(cells, column, row)) continue
      const [left, top] = [column * cell, row * cell]
      const patch = { left, top, right: Math.min(width, left + cell), bottom: Math.min(height, top + cell) }
      values.set(
        missedIn(views, patch).map((sum) => sum / count),
        at * 3,
      )
      weights[at] = Math.min(1, count / ENOUGH)
    }
  }
  await inBands({ width: width * cell * COSTLY, height: rows }, (first, end) => {
    for (let row = first; row < end; row++) knowCells(row)
  })
  return { values, weights, columns, rows }
}

/** The median of what is known, of each channel. */
function usualOf({ values, weights }: Known): number[] {
  const cells = [...weights.keys()].filter((cell) => (weights[cell] ?? 0) > 0)
  return [0, 1, 2].map((channel) => {
    const found = Float32Array.from(cells, (cell) => values[cell * 3 + channel] ?? 0).sort()
    return found[found.length >> 1] ?? 0
  })
}

/** Where the difference is unlike that of most cells the model drew something else across the edge. */
function trustTheUsual({ values, weights }: Known, usual: readonly number[]): void {
  weights.forEach((weight, cell) => {
    if (weight === 0) return
    const off = usual.map((value, channel) => Math.abs((values[cell * 3 + channel] ?? 0) - value))
    weights[cell] = weight / (1 + (Math.max(...off) / UNUSUAL) ** 2)
  })
}

function holdBack({ values }: Known): void {
  for (let at = 0; at < values.length; at++) {
    values[at] = Math.max(-MOST_LEVELS, Math.min(MOST_LEVELS, values[at] ?? 0))
  }
}

function fade(values: Float32Array, cells: Cells, { width, height }: Extent): void {
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
