import sharp from 'sharp'
import type { Rect } from '#domain/rect.ts'
import { encodePng } from '#proxy/pixels/encode-png.ts'

interface Files {
  original: Uint8Array
  mask: Uint8Array
  raw: Uint8Array
}

// As many as the proxy gives a picture; sharp's own choice is one thread in some systems.
sharp.concurrency(2)

/** The shortest way sharp offers: the answer scaled, the mask as its alpha, composited over the original. No feather, no measures. */
export async function plainComposite(
  { original, mask, raw }: Files,
  { x: left, y: top, width, height }: Rect,
): Promise<Uint8Array> {
  const alpha = await sharp(mask)
    .extract({ left, top, width, height })
    .extractChannel('alpha')
    .negate()
    .raw()
    .toBuffer()
  const layer = await sharp(raw)
    .resize(width, height, { fit: 'fill' })
    .joinChannel(alpha, { raw: { width, height, channels: 1 } })
    .raw()
    .toBuffer()
  const over = [{ input: layer, raw: { width, height, channels: 4 as const }, left, top }]
  return await encodePng(sharp(original).composite(over).removeAlpha()).toBuffer()
}
