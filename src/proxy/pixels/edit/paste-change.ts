import type { EditMeasures } from '#domain/edits/edit-measures.ts'
import { alphaBeside } from './alpha-beside.ts'
import { blend } from './blend.ts'
import { boxOfFree, type ChangingArea } from './changing-area.ts'
import { distances } from './distances.ts'
import { feather, featherRadius } from './feather.ts'
import { fillAround } from './fill-around.ts'
import { layerPixels } from './layer-pixels.ts'
import { matchColours } from './match-colours.ts'
import type { Pixels } from './pixels.ts'
import { type Cut, placeOf } from './places.ts'

interface Change {
  /** Changed in place, nowhere but where the area is free. */
  canvas: Pixels
  raw: Pixels
  cut: Cut
  area: ChangingArea
  match: boolean
}

/** Puts the model’s picture on the canvas where it may change, and tells how well it meets what surrounds it. */
export async function pasteChange({ canvas, raw, cut, area, match }: Change): Promise<EditMeasures['seam']> {
  const layer = await layerPixels(raw, cut, area)
  const { field, seam } = await matchColours({ area, canvas, drawn: layer.data }, match)
  const { weights, beside } = await fading({ canvas, area, cut })
  await blend(canvas, { layer: layer.data, weights, beside, field, box: area })
  return seam
}

/** How much of the new picture each pixel gets, and how opaque what it fades into is. */
async function fading({ canvas, area, cut }: Pick<Change, 'canvas' | 'area' | 'cut'>) {
  const open = {
    left: area.x === 0,
    top: area.y === 0,
    right: area.x + area.width === cut.canvas.width,
    bottom: area.y + area.height === cut.canvas.height,
  }
  const radius = featherRadius((await boxOfFree(area)) ?? area)
  const far = await distances(area, open)
  const weights = await feather(far, area, radius)
  // In what an expanded canvas adds there is nothing to mix with.
  fillAround(weights, area, placeOf(cut))
  return { weights, beside: await alphaBeside(canvas, area, { far, depth: radius * 3 }) }
}
