import { AppError } from '#domain/app-error.ts'
import { decodePicture } from './decode-picture.ts'

const OPAQUE = 250

/** The share of a picture’s pixels that nothing shows through, 0..1. */
export async function opaqueShare(bytes: Uint8Array): Promise<number> {
  const bitmap = await decodePicture(bytes)
  const canvas = document.createElement('canvas')
  canvas.width = bitmap.width
  canvas.height = bitmap.height
  const context = canvas.getContext('2d')
  if (!context) throw new AppError('image_unreadable')
  context.drawImage(bitmap, 0, 0)
  bitmap.close()
  const { data } = context.getImageData(0, 0, canvas.width, canvas.height)
  let opaque = 0
  for (let at = 3; at < data.length; at += 4) if ((data[at] ?? 0) >= OPAQUE) opaque += 1
  return opaque / (data.length / 4)
}
