import type { ImageFormat } from '#domain/image.ts'
import { decoding } from './decoding.ts'
import { encodePicture } from './encode-picture.ts'
import { picture } from './picture.ts'

/**
 * The picture as it looks on white, without alpha, in the same format and size; the same bytes when it has no alpha.
 * Throws AppError `image_damaged`.
 */
export async function flattenOnWhite(bytes: Uint8Array, format: ImageFormat): Promise<Uint8Array> {
  const { hasAlpha } = await decoding(picture(bytes).metadata())
  if (!hasAlpha) return bytes
  return await decoding(encodePicture(picture(bytes).flatten({ background: '#ffffff' }), format))
}
