import type { Metadata } from 'sharp'
import { AppError } from '#domain/app-error.ts'
import { sniffFormat } from '#domain/image.ts'
import { decoding } from './decoding.ts'
import { picture } from './picture.ts'
import { readHeader } from './read-header.ts'

export interface Inspected {
  /** Pixels, as seen: a picture that EXIF turns is measured turned. */
  width: number
  height: number
  hasAlpha: boolean
  /** An upright 8-bit sRGB or grey picture. */
  plain: boolean
}

const isPlain = (found: Metadata): boolean =>
  found.depth === 'uchar' &&
  (found.space === 'srgb' || found.space === 'b-w') &&
  !found.isPalette &&
  (found.bitsPerSample ?? 8) === 8 &&
  (found.orientation ?? 1) === 1

/** Shrinking to a few pixels takes every pixel into account, so it finds where a file breaks off at little memory. */
async function decodeAll(source: Uint8Array | string): Promise<void> {
  await picture(source).resize(4, 4, { fit: 'fill', fastShrinkOnLoad: false }).raw().toBuffer()
}

/** As `inspectImage`, for bytes or the path of a file that are known to start as a picture does. */
export async function inspectPicture(source: Uint8Array | string): Promise<Inspected> {
  const found = await readHeader(source)
  await decoding(decodeAll(source))
  return { ...found.autoOrient, hasAlpha: found.hasAlpha, plain: isPlain(found) }
}

/**
 * What a picture is, by its bytes. The header is read first, then all of it is decoded.
 * Throws AppError `image_unreadable` (no picture), `image_too_large`, `image_damaged`.
 */
export async function inspectImage(bytes: Uint8Array): Promise<Inspected> {
  if (!sniffFormat(bytes)) throw new AppError('image_unreadable')
  return await inspectPicture(bytes)
}
