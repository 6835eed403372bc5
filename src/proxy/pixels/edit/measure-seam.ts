import { colourDifference } from '../colour-difference.ts'
import { inBands } from '../in-bands.ts'
import { labOf } from '../lab.ts'
import { type ColourField, colourAt } from './colour-field.ts'
import type { EdgeBlock } from './edge-blocks.ts'
import type { Patch, TwoViews } from './two-views.ts'

/** Pixels of a patch, each looked at in several steps. */
const COSTLY = 1000
/** Pixels that are given the same colour of the field when it is measured. */
const STEP = 8

/**
 * How much the step across the edge of what may change differs from the step in the model’s own picture, in which nothing was
 * pasted: mean CIEDE2000. The edge is taken in patches of 16 × 16 pixels; in each the mean colour inside, of the pixels as
 * they are pasted (before feathering), is compared with the original’s mean colour outside plus the model’s own step from
 * outside to inside. Null without an edge. `field` is what matching adds to the model’s picture.
 */
export async function measureSeam(
  edge: readonly EdgeBlock[],
  views: TwoViews,
  field: ColourField | null,
): Promise<number | null> {
  if (edge.length === 0) return null
  let sum = 0
  await inBands({ width: COSTLY, height: edge.length }, (first, end) => {
    for (const block of edge.slice(first, end)) {
      const pasted = field ? pastedIn(views, block, field) : block.inside
      sum += colourDifference(lab(pasted), lab(block.inside.map((level, one) => level + (block.missed[one] ?? 0))))
    }
  })
  return sum / edge.length
}

const lab = ([red = 0, green = 0, blue = 0]: readonly number[]) => labOf(red, green, blue)

/** The mean colour of what is pasted into a patch: no pixel gets lighter than white or darker than black. */
function pastedIn(views: TwoViews, patch: Patch, field: ColourField): number[] {
  const sums: [number, number, number, number] = [0, 0, 0, 0]
  for (let top = patch.top; top < patch.bottom; top += STEP) {
    for (let left = patch.left; left < patch.right; left += STEP) {
      const [right, bottom] = [Math.min(patch.right, left + STEP), Math.min(patch.bottom, top + STEP)]
      const added = colourAt(field, (left + right) / 2, (top + bottom) / 2)
      addPasted(sums, views, { left, top, right, bottom }, added)
    }
  }
  const [red, green, blue, count] = sums
  return [red / count, green / count, blue / count]
}

function addPasted(
  sums: [number, number, number, number],
  { area, drawn }: TwoViews,
  { left, top, right, bottom }: Patch,
  [red, green, blue]: readonly [number, number, number],
): void {
  for (let y = top; y < bottom; y++) {
    for (let x = left; x < right; x++) {
      const at = y * area.width + x
      if (!area.free[at]) continue
      sums[0] += held((drawn[at * 3] ?? 0) + red)
      sums[1] += held((drawn[at * 3 + 1] ?? 0) + green)
      sums[2] += held((drawn[at * 3 + 2] ?? 0) + blue)
      sums[3] += 1
    }
  }
}

const held = (level: number): number => Math.max(0, Math.min(255, level))
