import { AppError } from '#domain/app-error.ts'
import { boxOfFree, type ChangingArea, changingArea, trimmed } from './changing-area.ts'
import { type Distances, distances } from './distances.ts'
import { type Cells, countCells } from './edge-cells.ts'
import { feather, featherRadius } from './feather.ts'
import { fillAround } from './fill-around.ts'
import { type Cut, placeOf, visibleOf } from './places.ts'

/** What the mask alone tells of a change: where it goes, and how it fades at its edge. */
export interface ChangeShape {
  area: ChangingArea
  /** The area in cells. */
  blocks: Cells
  /** How much of the new picture each pixel gets, 0..255. */
  weights: Uint8Array
  far: Distances
  /** How deep the new picture fades in, in thirds of a pixel. */
  depth: number
}

/** Pixels looked at around what may change. */
const RIM = 32
/** Pixels a cell is wide and high. */
const BLOCK = 8

/** Where a change goes and how it fades, in the box of what may change. Throws AppError `image_damaged`, `mask_outside`. */
export async function changeShape(mask: Uint8Array | null, cut: Cut): Promise<ChangeShape> {
  const seen = await changingArea(mask, cut, visibleOf(cut))
  const box = await boxOfFree(seen)
  if (!box) throw new AppError('mask_outside')
  const area = await trimmed(seen, box, RIM)
  const open = {
    left: area.x === 0,
    top: area.y === 0,
    right: area.x + area.width === cut.canvas.width,
    bottom: area.y + area.height === cut.canvas.height,
  }
  const radius = featherRadius(box)
  const far = await distances(area, open)
  const weights = await feather(far, area, radius)
  // In what an expanded canvas adds there is nothing to mix with.
  fillAround(weights, area, placeOf(cut))
  return { area, blocks: await countCells(area, BLOCK), weights, far, depth: radius * 3 }
}
