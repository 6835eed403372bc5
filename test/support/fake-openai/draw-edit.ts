import { createHash } from 'node:crypto'
import sharp from 'sharp'
import { drawPicture, ENCODE, type PictureFormat } from './draw-picture.ts'
import type { Extent } from './extent.ts'

/** The first picture of an edit and its mask, as they were sent. */
export interface Edited {
  image: Uint8Array
  mask: Uint8Array
}

/** Levels, 0..255, by which every pixel outside the mask is off. */
const TINT = [14, 6, -8]

/** The whole picture drawn again in another tint, and a gradient where the mask is clear. The seed decides both. */
export async function drawEdit(
  seed: string,
  { image, mask }: Edited,
  { width, height }: Extent,
  format: PictureFormat,
): Promise<Buffer> {
  const strength = 1 + (createHash('sha256').update(seed).digest()[0] ?? 0) / 255
  const flat = sharp(image).flatten({ background: '#000000' }).toColourspace('srgb')
  const tinted = flat.resize(width, height, { fit: 'fill' }).linear(
    TINT.map(() => 1),
    TINT.map((levels) => levels * strength),
  )
  const kept = sharp(mask).extractChannel('alpha').resize(width, height, { fit: 'fill', kernel: 'nearest' })
  const cover = await kept.negate().toColourspace('b-w').raw().toBuffer()
  const drawn = sharp(await drawPicture(seed, { width, height }, 'png')).joinChannel(cover, {
    raw: { width, height, channels: 1 },
  })
  const whole = sharp(await tinted.png({ compressionLevel: 0 }).toBuffer()).composite([
    { input: await drawn.png({ compressionLevel: 0 }).toBuffer() },
  ])
  return await whole.removeAlpha().toFormat(format, ENCODE[format]).toBuffer()
}
