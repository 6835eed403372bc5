import type { Rect } from '#domain/rect.ts'
import { decoding } from '../decoding.ts'
import { fromPixels } from './from-pixels.ts'
import type { Pixels } from './pixels.ts'

/** A box of decoded pixels as they look on the matte, three channels. */
export async function shownPixels(
  pixels: Pixels,
  { x: left, y: top, width, height }: Rect,
  matte: string,
): Promise<Uint8Array> {
  const part = fromPixels(pixels).extract({ left, top, width, height })
  const { data } = await decoding(
    part.flatten({ background: matte }).removeAlpha().raw().toBuffer({ resolveWithObject: true }),
  )
  return data
}
