import { AppError } from '#domain/app-error.ts'
import { asPlain } from './as-plain.ts'
import { decoding } from './decoding.ts'
import { encodePicture } from './encode-picture.ts'
import { inspectPicture } from './inspect-image.ts'
import { picture } from './picture.ts'
import type { PictureFile, Upload } from './prepare-upload.ts'

/**
 * The picture as the proxy keeps it to be edited: upright, 8-bit sRGB, no metadata, of its own size and with its alpha. A
 * picture that already is all that keeps its bytes; any other becomes a PNG, so that cleaning changes no pixel. The same bytes
 * always give the same answer. Throws AppError `image_too_large`, `image_damaged`, `image_animated`.
 */
export async function prepareOriginal(file: PictureFile): Promise<Upload> {
  const { pages = 1 } = await decoding(picture(file.path).metadata())
  if (pages > 1) throw new AppError('image_animated')
  const { width, height, plain } = await inspectPicture(file.path)
  if (plain && file.bare && file.format !== 'gif') return { bytes: null, format: file.format, width, height }
  const bytes = await decoding(asPlain(file.path, null, (upright) => encodePicture(upright, 'png')))
  return { bytes, format: 'png', width, height }
}
