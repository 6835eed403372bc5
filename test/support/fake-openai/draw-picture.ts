import { createHash } from 'node:crypto'
import sharp from 'sharp'
import type { Extent } from './extent.ts'

export const ENCODE = {
  png: { compressionLevel: 1 },
  jpeg: { quality: 80 },
  webp: { effort: 0, quality: 80 },
} as const
export type PictureFormat = keyof typeof ENCODE

/** Pixels of one colour along a side: interpolating every pixel would cost most of a test's time. */
const BLOCK = 8

/** A gradient whose colours come from the seed: the same seed, size and format give the same bytes. */
export async function drawPicture(seed: string, size: Extent, format: PictureFormat, clear = false): Promise<Buffer> {
  const hash = createHash('sha256').update(seed).digest()
  const corners = Buffer.from(hash.subarray(0, 16))
  for (let i = 3; i < corners.length; i += 4) corners[i] = clear && i < 8 ? 0 : 255
  const blocks = sharp(corners, { raw: { width: 2, height: 2, channels: 4 } }).resize(
    Math.ceil(size.width / BLOCK),
    Math.ceil(size.height / BLOCK),
    { fit: 'fill', kernel: 'linear' },
  )
  const { data, info } = await (clear ? blocks : blocks.removeAlpha()).raw().toBuffer({ resolveWithObject: true })
  return sharp(data, { raw: info })
    .resize(size.width, size.height, { fit: 'fill', kernel: 'nearest' })
    .toFormat(format, ENCODE[format])
    .toBuffer()
}
