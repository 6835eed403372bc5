import { AppError } from '#domain/app-error.ts'
import type { Easel, Surface } from './surface.ts'

function createSurface(width: number, height: number): Surface & { canvas: HTMLCanvasElement } {
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (!context) throw new AppError('internal')
  return { width, height, context, image: canvas, canvas }
}

/** What every browser draws; some draw more. */
const SAFE_MEGAPIXELS = 16

const canvases = new WeakMap<Surface, HTMLCanvasElement>()

/** The browser’s own canvas. */
export const browserEasel: Easel = {
  createSurface: (width, height) => {
    const surface = createSurface(width, height)
    canvases.set(surface, surface.canvas)
    return surface
  },
  decode: async (bytes) => {
    try {
      const image = await createImageBitmap(new Blob([bytes]))
      return { width: image.width, height: image.height, image }
    } catch (cause) {
      throw new AppError('image_damaged', { cause })
    }
  },
  encodePng: async (surface) => {
    const blob = await new Promise<Blob | null>((resolve) => {
      const canvas = canvases.get(surface)
      if (canvas) canvas.toBlob(resolve, 'image/png')
      else resolve(null)
    })
    const { width, height } = surface
    if (!blob) throw new AppError('image_too_large', { details: { width, height, megapixels: SAFE_MEGAPIXELS } })
    return new Uint8Array(await blob.arrayBuffer())
  },
}
