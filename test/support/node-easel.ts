import { loadImage } from '@napi-rs/canvas'
import { AppError } from '#domain/app-error.ts'
import type { Easel } from '#ui/mask/surface.ts'
import { asDom, skiaCanvas, skiaOf } from './skia-canvas.ts'

/** What the window draws masks with, outside of a browser. */
export const nodeEasel: Easel = {
  createSurface: skiaCanvas,
  async decode(bytes) {
    try {
      const image = await loadImage(bytes)
      return { width: image.width, height: image.height, image: asDom<CanvasImageSource>(image) }
    } catch (cause) {
      throw new AppError('image_damaged', { cause })
    }
  },
  async encodePng(surface) {
    return new Uint8Array(await skiaOf(surface.image).encode('png'))
  },
}
