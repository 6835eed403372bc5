import type { Rect } from '#domain/rect.ts'
import { decoding } from '../decoding.ts'
import { fromPixels } from './from-pixels.ts'
import type { Pixels } from './pixels.ts'
import { type Cut, from } from './places.ts'

/** The part of the model’s picture that belongs to a box of the canvas, scaled into the window, opaque. */
export async function layerPixels(raw: Pixels, { window, matte }: Cut, box: Rect): Promise<Pixels> {
  const { x: left, y: top, width, height } = from(window, box)
  const whole = fromPixels(raw).flatten({ background: matte }).removeAlpha()
  const scaled =
    raw.width === window.width && raw.height === window.height
      ? whole
      : whole.resize(window.width, window.height, { fit: 'fill', kernel: 'lanczos3' })
  const { data } = await decoding(
    scaled.extract({ left, top, width, height }).raw().toBuffer({ resolveWithObject: true }),
  )
  return { data, width, height, channels: 3 }
}
