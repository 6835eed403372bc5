import type { EditMeasures } from '#domain/edits/edit-measures.ts'
import { alphaBeside } from './alpha-beside.ts'
import { blend } from './blend.ts'
import type { ChangeShape } from './change-shape.ts'
import { matchColours } from './match-colours.ts'
import type { Pixels } from './pixels.ts'

interface Change {
  /** Changed in place, nowhere but where the area is free. */
  canvas: Pixels
  /** The model’s picture of the area. */
  layer: Pixels
  shape: ChangeShape
  match: boolean
}

/** Puts the model’s picture on the canvas where it may change, and tells how well it meets what surrounds it. */
export async function pasteChange({ canvas, layer, shape, match }: Change): Promise<EditMeasures['seam']> {
  const { area, blocks, weights } = shape
  const { field, seam } = await matchColours({ area, canvas, drawn: layer.data }, blocks, match)
  const beside = await alphaBeside(canvas, area, shape)
  await blend(canvas, { layer: layer.data, weights, beside, field, box: area })
  return seam
}
