import { createCanvas, loadImage } from '@napi-rs/canvas'

export interface Pixels {
  readonly width: number
  readonly height: number
  /** Red, green, blue, alpha of a pixel, 0 to 255. */
  at(x: number, y: number): number[]
}

/** Decodes a picture to look at its pixels. */
export async function pixelsOf(bytes: Uint8Array): Promise<Pixels> {
  const image = await loadImage(bytes)
  const context = createCanvas(image.width, image.height).getContext('2d')
  context.drawImage(image, 0, 0)
  const { data } = context.getImageData(0, 0, image.width, image.height)
  return {
    width: image.width,
    height: image.height,
    at: (x, y) => [...data.slice((y * image.width + x) * 4, (y * image.width + x) * 4 + 4)],
  }
}
