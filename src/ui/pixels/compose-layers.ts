import type { Affine } from '#domain/affine.ts'
import { AppError } from '#domain/app-error.ts'
import { decodePicture } from './decode-picture.ts'

export interface DrawnLayer {
  bytes: Uint8Array
  /** From the file’s pixels to the picture’s. */
  toPicture: Affine
}

/** Layers over each other, bottom first, as a PNG with alpha. `size`: pixels. */
export async function composeLayers(
  layers: readonly DrawnLayer[],
  size: { width: number; height: number },
): Promise<Uint8Array> {
  const canvas = document.createElement('canvas')
  Object.assign(canvas, size)
  const context = canvas.getContext('2d')
  if (!context) throw new AppError('image_unreadable')
  for (const { bytes, toPicture } of layers) {
    const bitmap = await decodePicture(bytes)
    context.setTransform(...toPicture)
    context.drawImage(bitmap, 0, 0)
    bitmap.close()
  }
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'))
  if (!blob) throw new AppError('image_unreadable')
  return new Uint8Array(await blob.arrayBuffer())
}
