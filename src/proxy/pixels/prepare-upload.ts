import type { ImageFormat, SniffedFormat } from '#domain/image.ts'
import { decoding } from './decoding.ts'
import { encodePicture } from './encode-picture.ts'
import { type Inspected, inspectImage } from './inspect-image.ts'
import { MAX_REFERENCE_BYTES, MAX_REFERENCE_EDGE } from './limits.ts'
import { picture } from './picture.ts'

export interface Upload {
  bytes: Uint8Array
  format: ImageFormat
  /** Pixels. */
  width: number
  height: number
}

const KEPT_AS: Record<SniffedFormat, ImageFormat> = { png: 'png', jpeg: 'jpeg', webp: 'webp', gif: 'png' }

const fits = (found: Inspected, bytes: Uint8Array): boolean =>
  Math.max(found.width, found.height) <= MAX_REFERENCE_EDGE && bytes.length < MAX_REFERENCE_BYTES

async function convert(bytes: Uint8Array, format: ImageFormat): Promise<Uint8Array> {
  const upright = picture(bytes)
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
 * The same bytes always give the same answer. Throws what `inspectImage` throws.
 */
export async function prepareUpload(bytes: Uint8Array): Promise<Upload> {
  const found = await inspectImage(bytes)
  const format = KEPT_AS[found.format]
  if (found.plain && fits(found, bytes)) return { bytes, format, width: found.width, height: found.height }
  const converted = await convert(bytes, format)
  if (converted.length < MAX_REFERENCE_BYTES) return await measured(converted, format)
  return await measured(await convert(bytes, 'webp'), 'webp')
}
