import { colourDifference } from '../colour-difference.ts'
import { labOf } from '../lab.ts'
import type { TwoViews } from './colour-drift.ts'
import { type ColourField, colourAt } from './colour-field.ts'
import { countCells } from './edge-cells.ts'

/** Pixels. */
const BLOCK = 8
/** Pixels a block needs on each side of the edge. */
const ENOUGH = 4

/**
 * How much the step across the edge of what may change differs from the step in the model’s own picture, in which nothing was
 * pasted: mean CIEDE2000. The edge is taken in blocks of 8 × 8 pixels; in each the mean colour inside, as it is pasted
 * (before feathering), is compared with the original’s mean colour outside plus the model’s own step from outside to inside.
 * Null without an edge. `field` is what matching adds to the model’s picture.
 */
export async function measureSeam({ area, shown, drawn }: TwoViews, field: ColourField | null): Promise<number | null> {
  const blocks = await countCells(area, BLOCK)
  let [sum, count] = [0, 0]
  for (let row = 0; row < blocks.rows; row++) {
    for (let column = 0; column < blocks.columns; column++) {
      const [left, top] = [column * BLOCK, row * BLOCK]
      const [right, bottom] = [Math.min(area.width, left + BLOCK), Math.min(area.height, top + BLOCK)]
      const free = blocks.free[row * blocks.columns + column] ?? 0
      const held = blocks.held[row * blocks.columns + column] ?? 0
      if (free < ENOUGH || held < ENOUGH) continue
      const means = meansOf({ area, shown, drawn }, { left, top, right, bottom })
      const add = field ? colourAt(field, (left + right) / 2, (top + bottom) / 2) : [0, 0, 0]
      const level = (one: number): number => (means.drawnInside[one] ?? 0) / free
      const pasted = labOf(level(0) + (add[0] ?? 0), level(1) + (add[1] ?? 0), level(2) + (add[2] ?? 0))
      const missed = (one: number): number => (means.missedOutside[one] ?? 0) / held
      const wanted = labOf(level(0) + missed(0), level(1) + missed(1), level(2) + missed(2))
      sum += colourDifference(pasted, wanted)
      count += 1
    }
  }
  return count > 0 ? sum / count : null
}

interface Box {
  left: number
  top: number
  right: number
  bottom: number
}

/** Sums over a block: what the model drew inside, and what the original has more than the model’s picture outside. */
function meansOf({ area, shown, drawn }: TwoViews, { left, top, right, bottom }: Box) {
  const drawnInside = [0, 0, 0]
  const missedOutside = [0, 0, 0]
  for (let y = top; y < bottom; y++) {
    for (let x = left; x < right; x++) {
      const at = y * area.width + x
      for (let one = 0; one < 3; one++) {
        const level = drawn[at * 3 + one] ?? 0
        if (area.free[at]) drawnInside[one] = (drawnInside[one] ?? 0) + level
        else missedOutside[one] = (missedOutside[one] ?? 0) + (shown[at * 3 + one] ?? 0) - level
      }
    }
  }
  return { drawnInside, missedOutside }
}
