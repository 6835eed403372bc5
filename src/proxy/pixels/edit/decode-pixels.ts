import { AppError } from '#domain/app-error.ts'
import type { Extent } from '#domain/legal-sizes.ts'
import { decoding } from '../decoding.ts'
import { picture } from '../picture.ts'
import type { Pixels } from './pixels.ts'

/** Decodes a kept picture. Throws AppError `image_damaged`, also when it has another size than the one told. */
export async function decodePixels(bytes: Uint8Array, size?: Extent): Promise<Pixels> {
  const upright = picture(bytes).toColourspace('srgb').raw({ depth: 'uchar' })
  const { data, info } = await decoding(upright.toBuffer({ resolveWithObject: true }))
  const { width, height, channels } = info
  if (channels !== 3 && channels !== 4) throw new AppError('image_damaged')
  if (size && (size.width !== width || size.height !== height)) throw new AppError('image_damaged')
  return { data, width, height, channels }
}
