import type { Cells } from './edge-cells.ts'
import { missedIn, type Patch, type TwoViews } from './two-views.ts'

/** A block of pixels that the edge of what may change runs through. */
export interface EdgeBlock {
  /** Its middle in the area, in pixels. */
  x: number
  y: number
  /** The mean colour that the model drew inside the edge, in levels. */
  inside: readonly number[]
  /** What the original has more than the model’s picture outside the edge, on average, in levels. */
  missed: readonly number[]
}

/** Pixels a block needs on each side of the edge. */
const ENOUGH = 4

/** The blocks along the edge. */
export function edgeBlocks(views: TwoViews, blocks: Cells): EdgeBlock[] {
  const found: EdgeBlock[] = []
  const { width, height } = views.area
  const { cell } = blocks
  blocks.free.forEach((free, at) => {
    const held = blocks.held[at] ?? 0
    if (free < ENOUGH || held < ENOUGH) return
    const left = (at % blocks.columns) * cell
    const top = Math.floor(at / blocks.columns) * cell
    const right = Math.min(width, left + cell)
    const bottom = Math.min(height, top + cell)
    const patch = { left, top, right, bottom }
    found.push({
      x: (left + right) / 2,
      y: (top + bottom) / 2,
      inside: drawnIn(views, patch).map((sum) => sum / free),
      missed: missedIn(views, patch).map((sum) => sum / held),
    })
  })
  return found
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
