import { type ImageFormat, sniffFormat } from '#domain/image.ts'
import { decoding } from './decoding.ts'
import { encodePicture } from './encode-picture.ts'
import { picture } from './picture.ts'

/** The same picture in another format; the same bytes when it already has it. Throws AppError `image_damaged`. */
export async function transcode(bytes: Uint8Array, format: ImageFormat): Promise<Uint8Array> {
  if (sniffFormat(bytes) === format) return bytes
  return await decoding(encodePicture(picture(bytes).autoOrient().toColourspace('srgb'), format))
}
