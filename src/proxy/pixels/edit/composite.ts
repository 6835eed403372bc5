import type { EditMeasures } from '#domain/edit-measures.ts'
import { decoding } from '../decoding.ts'
import { encodePng } from '../encode-png.ts'
import { canvasPixels } from './canvas-pixels.ts'
import { changingArea } from './changing-area.ts'
import { decodePixels } from './decode-pixels.ts'
import { fromPixels } from './from-pixels.ts'
import { layerPixels } from './layer-pixels.ts'
import { type Cut, visibleOf } from './places.ts'

interface EditAnswer {
  original: Uint8Array
  mask: Uint8Array | null
  raw: Uint8Array
  cut: Cut
  match: boolean
}

/** The edit put together. */
export async function composite({ original, mask, raw, cut }: EditAnswer): Promise<{
  png: Uint8Array
  measures: EditMeasures | null
}> {
  const visible = visibleOf(cut)
  const canvas = await canvasPixels(original, cut)
  const layer = await layerPixels(await decodePixels(raw), cut, visible)
  const { free } = await changingArea(mask, cut, visible)
  const { channels, width } = canvas
  for (let y = 0; y < visible.height; y++) {
    for (let x = 0; x < visible.width; x++) {
      const at = y * visible.width + x
      if (!free[at]) continue
      const to = ((visible.y + y) * width + visible.x + x) * channels
      canvas.data.set(layer.data.subarray(at * 3, at * 3 + 3), to)
      if (channels === 4) canvas.data[to + 3] = 255
    }
  }
  return { png: await decoding(encodePng(fromPixels(canvas)).toBuffer()), measures: null }
}
