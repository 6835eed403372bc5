import type { RasterCanvas, Rasterizer } from './rasterizer.ts'

/** An OffscreenCanvas context is a CanvasRenderingContext2D in all that the renderer uses. */
const contextOf = (canvas: OffscreenCanvas): CanvasRenderingContext2D => {
  const context: unknown = canvas.getContext('2d')
  if (!(context instanceof OffscreenCanvasRenderingContext2D)) throw new Error('This browser has no 2D canvas.')
  return context as unknown as CanvasRenderingContext2D
}

const surfaces = new WeakMap<RasterCanvas, OffscreenCanvas>()

/** The rasterizer of a browser page. Fonts are the page's: load Inter before drawing. */
export const browserRasterizer: Rasterizer = {
  createCanvas(width, height) {
    const surface = new OffscreenCanvas(width, height)
    const canvas: RasterCanvas = { width, height, context: contextOf(surface), image: surface }
    surfaces.set(canvas, surface)
    return canvas
  },
  createPath: (data) => new Path2D(data),
  decodeImage: (bytes) => createImageBitmap(new Blob([new Uint8Array(bytes)])),
  async encode(canvas, type) {
    const surface = surfaces.get(canvas)
    if (!surface) throw new Error('This canvas is not of this rasterizer.')
    const blob = await surface.convertToBlob({ type, quality: 0.92 })
    return new Uint8Array(await blob.arrayBuffer())
  },
}
