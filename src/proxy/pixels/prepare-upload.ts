import type { ImageFormat, SniffedFormat } from '#domain/image.ts'
import { decoding } from './decoding.ts'
import { encodePicture } from './encode-picture.ts'
import { type Inspected, inspectPicture } from './inspect-image.ts'
import { MAX_REFERENCE_BYTES, MAX_REFERENCE_EDGE } from './limits.ts'
import { picture } from './picture.ts'

/** A picture from outside, in a file. */
export interface PictureFile {
  path: string
  /** Length of the file. */
  bytes: number
  /** By its first bytes. */
  format: SniffedFormat
  /** Whether the file holds nothing besides its pixels. */
  bare: boolean
}

export interface Upload {
  /** Null when the file is kept as it is. */
  bytes: Uint8Array | null
  format: ImageFormat
  /** Pixels. */
  width: number
  height: number
}

const KEPT_AS: Record<SniffedFormat, ImageFormat> = { png: 'png', jpeg: 'jpeg', webp: 'webp', gif: 'png' }

const fits = (found: Inspected, file: PictureFile): boolean =>
  Math.max(found.width, found.height) <= MAX_REFERENCE_EDGE && file.bytes < MAX_REFERENCE_BYTES

async function convert(path: string, format: ImageFormat): Promise<Uint8Array> {
  const upright = picture(path)
    .autoOrient()
    .resize({ width: MAX_REFERENCE_EDGE, height: MAX_REFERENCE_EDGE, fit: 'inside', withoutEnlargement: true })
    .toColourspace('srgb')
  return await decoding(encodePicture(upright, format))
}

async function measured(bytes: Uint8Array, format: ImageFormat): Promise<Upload> {
  const { width, height } = await picture(bytes).metadata()
  return { bytes, format, width, height }
}

/**
 * The picture as the proxy keeps it and sends it as a reference: upright, 8-bit sRGB, longest edge at most 3840,
 * under 50 MB, no metadata; a GIF becomes a PNG of its first frame. A picture that already is all that keeps its bytes.
 * The same bytes always give the same answer. Throws AppError `image_too_large`, `image_damaged`.
 */
export async function prepareUpload(file: PictureFile): Promise<Upload> {
  const found = await inspectPicture(file.path)
  const format = KEPT_AS[file.format]
  if (found.plain && file.bare && fits(found, file)) {
    return { bytes: null, format, width: found.width, height: found.height }
  }
  const converted = await convert(file.path, format)
  if (converted.length < MAX_REFERENCE_BYTES) return await measured(converted, format)
  return await measured(await convert(file.path, 'webp'), 'webp')
}
