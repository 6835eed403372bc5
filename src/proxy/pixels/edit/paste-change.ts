import type { EditMeasures } from '#domain/edits/edit-measures.ts'
import { alphaBeside } from './alpha-beside.ts'
import { blender } from './blend.ts'
import type { ChangeShape } from './change-shape.ts'
import { matchColours } from './match-colours.ts'
import type { Pixels, WorkOnRows } from './pixels.ts'

interface Change {
  /** Not changed before `paste` is called; then in place, nowhere but where the area is free. */
  canvas: Pixels
  /** The model’s picture of the area. */
  layer: Pixels
  shape: ChangeShape
  match: boolean
}

interface Pasting {
  /** How well the model’s picture meets what surrounds it. */
  seam: EditMeasures['seam']
  /** Puts it on rows of the canvas, each of them once. */
  paste: WorkOnRows
}

/** Makes ready what puts the model’s picture on the canvas where it may change. */
export async function pasteChange({ canvas, layer, shape, match }: Change): Promise<Pasting> {
  const { area, blocks, weights } = shape
  const { field, seam } = await matchColours({ area, canvas, drawn: layer.data }, blocks, match)
  const beside = await alphaBeside(canvas, area, shape)
  return { seam, paste: blender(canvas, { layer: layer.data, weights, beside, field, box: area }) }
}
