import { decodePixels } from './decode-pixels.ts'
import type { Pixels } from './pixels.ts'
import { type Cut, placeOf } from './places.ts'

/**
 * The original on its canvas, every pixel as it decodes; what it does not cover is 0. Four channels when it has alpha.
 * Throws AppError `image_damaged`.
 */
export async function canvasPixels(original: Uint8Array, cut: Cut): Promise<Pixels> {
  const own = await decodePixels(original, cut.original)
  const { width, height } = cut.canvas
  if (own.width === width && own.height === height) return own
  const { channels } = own
  const data = new Uint8Array(width * height * channels)
  const { x, y } = placeOf(cut)
  const rowBytes = own.width * channels
  for (let row = 0; row < own.height; row++) {
    data.set(own.data.subarray(row * rowBytes, (row + 1) * rowBytes), ((y + row) * width + x) * channels)
  }
  return { data, width, height, channels }
}
