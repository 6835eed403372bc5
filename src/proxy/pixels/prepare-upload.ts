import type { ImageFormat, SniffedFormat } from '#domain/image.ts'
import { asPlain } from './as-plain.ts'
import { decoding } from './decoding.ts'
import { encodePicture } from './encode-picture.ts'
import { inspectPicture } from './inspect-image.ts'
import { MAX_REFERENCE_BYTES } from './limits.ts'
import { referenceExtent } from './reference-extent.ts'

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

/** It as the proxy keeps it. */
export interface Upload {
  /** Null when the file is kept as it is. */
  bytes: Uint8Array | null
  format: ImageFormat
  /** Pixels. */
  width: number
  height: number
}

const KEPT_AS: Record<SniffedFormat, ImageFormat> = { png: 'png', jpeg: 'jpeg', webp: 'webp', gif: 'png' }

/**
 * The picture as the proxy keeps it and sends it as a reference: upright, 8-bit sRGB, about as large as the model reads it,
 * under 50 MB, no metadata; a GIF becomes a PNG of its first frame. A picture that already is all that keeps its bytes.
 * The same bytes always give the same answer. Throws AppError `image_too_large`, `image_damaged`.
 */
export async function prepareUpload(file: PictureFile): Promise<Upload> {
  const found = await inspectPicture(file.path)
  const format = KEPT_AS[file.format]
  const size = referenceExtent(found)
  const asItIs = size.width === found.width && size.height === found.height
  if (found.plain && file.bare && asItIs && file.bytes < MAX_REFERENCE_BYTES) return { bytes: null, format, ...size }
  const made = async (as: ImageFormat): Promise<Upload> => ({
    bytes: await decoding(asPlain(file.path, asItIs ? null : size, (plain) => encodePicture(plain, as))),
    format: as,
    ...size,
  })
  const upload = await made(format)
  return (upload.bytes?.length ?? 0) < MAX_REFERENCE_BYTES ? upload : await made('webp')
}
