import type { Affine } from '#domain/affine.ts'
import type { Easel } from '../mask/surface.ts'

export interface DrawnLayer {
  bytes: Uint8Array
  /** From the file’s pixels to the picture’s. */
  toPicture: Affine
}

/** Layers over each other, bottom first, as a PNG with alpha. `size`: pixels. Throws AppError image_damaged. */
export async function composeLayers(
  easel: Easel,
  layers: readonly DrawnLayer[],
  size: { width: number; height: number },
): Promise<Uint8Array<ArrayBuffer>> {
  const surface = easel.createSurface(size.width, size.height)
  for (const { bytes, toPicture } of layers) {
    const { image } = await easel.decode(new Uint8Array(bytes))
    surface.context.setTransform(...toPicture)
    surface.context.drawImage(image, 0, 0)
  }
  return await easel.encodePng(surface)
}
