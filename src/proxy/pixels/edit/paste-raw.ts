import { inBands } from '../in-bands.ts'
import { decodePixels } from './decode-pixels.ts'
import { encodePixels } from './encode-pixels.ts'
import { layerPixels } from './layer-pixels.ts'
import { onCanvas } from './on-canvas.ts'
import { type Cut, visibleOf } from './places.ts'

interface RawEdit {
  original: Uint8Array
  /** The model’s picture of the window; of whatever size, it is scaled into it. */
  raw: Uint8Array
  cut: Cut
}

/** The canvas with all of the window from the model’s picture, nothing protected: a PNG. Throws AppError `image_damaged`. */
export async function pasteRaw({ original, raw, cut }: RawEdit): Promise<Uint8Array> {
  const visible = visibleOf(cut)
  const canvas = await onCanvas(await decodePixels(original, cut.original), cut)
  const layer = await layerPixels(await decodePixels(raw), cut, visible)
  const { channels, width } = canvas
  await inBands(visible, (first, end) => {
    for (let y = first; y < end; y++) {
      let to = ((visible.y + y) * width + visible.x) * channels
      let at = y * visible.width * 3
      for (let x = 0; x < visible.width; x++, to += channels, at += 3) {
        canvas.data[to] = layer.data[at] ?? 0
        canvas.data[to + 1] = layer.data[at + 1] ?? 0
        canvas.data[to + 2] = layer.data[at + 2] ?? 0
        if (channels === 4) canvas.data[to + 3] = 255
      }
    }
  })
  return await encodePixels(canvas)
}
