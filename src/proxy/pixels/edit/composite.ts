import { isExpanded } from '#domain/edits/edit.ts'
import type { EditMeasures } from '#domain/edits/edit-measures.ts'
import { changeShape } from './change-shape.ts'
import { countChanged } from './count-changed.ts'
import { countProtected } from './count-protected.ts'
import { decodePixels } from './decode-pixels.ts'
import { encodePixels } from './encode-pixels.ts'
import { layerPixels } from './layer-pixels.ts'
import { measureDrift } from './measure-drift.ts'
import { onCanvas } from './on-canvas.ts'
import { pasteChange } from './paste-change.ts'
import { pasteRaw } from './paste-raw.ts'
import type { Cut } from './places.ts'

interface EditAnswer {
  /** All of the original, as it is kept. */
  original: Uint8Array
  /** As `prepareMask` made it, the size of the canvas. */
  mask: Uint8Array | null
  /** The model’s picture of the window; of whatever size, it is scaled into it. */
  raw: Uint8Array
  cut: Cut
  /** Whether what is pasted is matched in colour to what surrounds it. */
  match: boolean
}

interface Composited {
  /** The whole canvas; where the original is protected its pixels are the original’s. */
  png: Uint8Array
  /** Null when all of the original was free to change. */
  measures: EditMeasures | null
}

/**
 * Puts an edit together. Everything outside the mask keeps the original’s bytes, alpha included; inside, the model’s picture
 * is matched in colour and feathered towards the edge. What an expanded canvas adds is the model’s, opaque. What changed
 * outside is counted on the finished file, decoded again. The same answer always gives the same bytes.
 * Throws AppError `image_damaged`, `mask_outside`.
 */
export async function composite(answer: EditAnswer): Promise<Composited> {
  const { mask, cut, match } = answer
  if (!mask && !isExpanded(cut)) return { png: await pasteRaw(answer), measures: null }
  const [own, { raw, layer, shape }] = await Promise.all([decodePixels(answer.original, cut.original), drawn(answer)])
  const { area } = shape
  const canvas = await onCanvas(own, cut)
  const { seam, paste } = await pasteChange({ canvas, layer, shape, match })
  const [png, drift] = await Promise.all([encodePixels(canvas, paste), measureDrift({ own, raw, cut, area })])
  const changedOutside = await countChanged({ result: await decodePixels(png, cut.canvas), own, cut, area })
  return { png, measures: { changedOutside, outside: countProtected(shape, cut), drift, seam } }
}

/** The model’s picture, and the part of it that is pasted. */
async function drawn({ mask, raw: bytes, cut }: EditAnswer) {
  const [raw, shape] = await Promise.all([decodePixels(bytes), changeShape(mask, cut)])
  return { raw, shape, layer: await layerPixels(raw, cut, shape.area) }
}
