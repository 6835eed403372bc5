/** Something to draw on, in pixels, and to draw from. */
export interface Surface {
  readonly width: number
  readonly height: number
  readonly context: CanvasRenderingContext2D
  readonly image: CanvasImageSource
}

/** A picture that was decoded. */
export interface Pixels {
  readonly width: number
  readonly height: number
  readonly image: CanvasImageSource
}

/** What masks are drawn with: the browser’s canvas, or one that acts like it. */
export interface Easel {
  /** Transparent. */
  createSurface: (width: number, height: number) => Surface
  /** @throws AppError image_damaged */
  decode: (bytes: Uint8Array<ArrayBuffer>) => Promise<Pixels>
  encodePng: (surface: Surface) => Promise<Uint8Array<ArrayBuffer>>
}
