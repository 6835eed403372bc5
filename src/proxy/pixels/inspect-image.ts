import type { Metadata } from 'sharp'
import { AppError } from '#domain/app-error.ts'
import { type SniffedFormat, sniffFormat } from '#domain/image.ts'
import { decoding } from './decoding.ts'
import { isBare } from './is-bare.ts'
import { MAX_MEGAPIXELS } from './limits.ts'
import { picture } from './picture.ts'

export interface Inspected {
  format: SniffedFormat
  /** Pixels, as seen: a picture that EXIF turns is measured turned. */
  width: number
  height: number
  hasAlpha: boolean
  /** An upright 8-bit sRGB or grey picture and nothing else in the file. */
  plain: boolean
}

const isPlain = (found: Metadata): boolean =>
  found.depth === 'uchar' &&
  (found.space === 'srgb' || found.space === 'b-w') &&
  !found.isPalette &&
  (found.bitsPerSample ?? 8) === 8 &&
  (found.orientation ?? 1) === 1

/** Shrinking to a few pixels takes every pixel into account, so it finds where a file breaks off at little memory. */
async function decodeAll(bytes: Uint8Array): Promise<void> {
  await picture(bytes).resize(4, 4, { fit: 'fill', fastShrinkOnLoad: false }).raw().toBuffer()
}

/**
 * What a file is, by its bytes. The header is read first, then all of it is decoded.
 * Throws AppError `image_unreadable` (no picture), `image_too_large`, `image_damaged`.
 */
export async function inspectImage(bytes: Uint8Array): Promise<Inspected> {
  const format = sniffFormat(bytes)
  if (!format) throw new AppError('image_unreadable')
  const found = await decoding(picture(bytes).metadata())
  const { width, height } = found.autoOrient
  if (width * height > MAX_MEGAPIXELS * 1_000_000) {
    throw new AppError('image_too_large', { details: { width, height, megapixels: MAX_MEGAPIXELS } })
  }
  await decoding(decodeAll(bytes))
  return { format, width, height, hasAlpha: found.hasAlpha, plain: isPlain(found) && isBare(bytes, format) }
}
