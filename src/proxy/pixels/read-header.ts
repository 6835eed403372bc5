import type { Metadata } from 'sharp'
import { AppError } from '#domain/app-error.ts'
import { MAX_MEGAPIXELS } from '#domain/max-megapixels.ts'
import { decoding } from './decoding.ts'
import { picture } from './picture.ts'

/**
 * What the header of bytes, or of a file, says, without decoding pixels; its size upright is `autoOrient`.
 * Throws AppError `image_too_large`, `image_damaged`.
 */
export async function readHeader(source: Uint8Array | string): Promise<Metadata> {
  const found = await decoding(picture(source).metadata())
  const { width, height } = found.autoOrient
  if (width * height > MAX_MEGAPIXELS * 1_000_000) {
    throw new AppError('image_too_large', { details: { width, height, megapixels: MAX_MEGAPIXELS } })
  }
  return found
}
