import { type Canvas, createCanvas, loadImage } from '@napi-rs/canvas'
import { AppError } from '#domain/app-error.ts'
import type { Easel } from '#ui/mask/surface.ts'

/** Skia speaks the Canvas 2D interface but has its own types for it. */
const asDom = <T>(value: unknown) => value as T

/** What the window draws masks with, outside of a browser. */
export const nodeEasel: Easel = {
  createSurface(width, height) {
    const canvas = createCanvas(width, height)
    return {
      width,
      height,
      context: asDom<CanvasRenderingContext2D>(canvas.getContext('2d')),
      image: asDom<CanvasImageSource>(canvas),
    }
  },
  async decode(bytes) {
    try {
      const image = await loadImage(bytes)
      return { width: image.width, height: image.height, image: asDom<CanvasImageSource>(image) }
    } catch (cause) {
      throw new AppError('image_damaged', { cause })
    }
  },
  async encodePng(surface) {
    return new Uint8Array(await asDom<Canvas>(surface.image).encode('png'))
  },
}
