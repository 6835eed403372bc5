/** Anything `drawImage` accepts that knows its size. */
export type DrawableImage = CanvasImageSource & { readonly width: number; readonly height: number }

/** A canvas of some host: OffscreenCanvas in a browser, a Skia canvas in Node. */
export interface RasterCanvas {
  readonly width: number
  readonly height: number
  readonly context: CanvasRenderingContext2D
  /** The canvas itself, to be drawn on another. */
  readonly image: DrawableImage
}

/** What the renderer needs from its host, besides the Canvas 2D interface. */
export interface Rasterizer {
  createCanvas(width: number, height: number): RasterCanvas
  /** A path from SVG path data. */
  createPath(data: string): Path2D
  /** PNG, JPEG or GIF bytes; rejects when they cannot be decoded. */
  decodeImage(bytes: Uint8Array): Promise<DrawableImage>
  encode(canvas: RasterCanvas, type: 'image/png' | 'image/jpeg'): Promise<Uint8Array>
}
