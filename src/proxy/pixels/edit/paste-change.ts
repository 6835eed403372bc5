import type { EditMeasures } from '#domain/edit-measures.ts'
import { blend } from './blend.ts'
import { boxOfFree, type ChangingArea } from './changing-area.ts'
import { distances } from './distances.ts'
import { feather, featherRadius } from './feather.ts'
import { fillAround } from './fill-around.ts'
import { layerPixels } from './layer-pixels.ts'
import { matchColours } from './match-colours.ts'
import type { Pixels } from './pixels.ts'
import { type Cut, placeOf } from './places.ts'
import { levelsOf } from './two-views.ts'

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
  const { field, seam } = await matchColours({ area, canvas, matte: levelsOf(cut.matte), drawn: layer.data }, match)
  const weights = await weightsOf(area, cut)
  await blend(canvas, { layer: layer.data, weights, field, box: area })
  return seam
}

async function weightsOf(area: ChangingArea, cut: Cut): Promise<Uint8Array> {
  const open = {
    left: area.x === 0,
    top: area.y === 0,
    right: area.x + area.width === cut.canvas.width,
    bottom: area.y + area.height === cut.canvas.height,
  }
  const radius = featherRadius((await boxOfFree(area)) ?? area)
  const weights = await feather(await distances(area, open), area, radius)
  // In what an expanded canvas adds there is nothing to mix with.
  fillAround(weights, area, placeOf(cut))
  return weights
}
