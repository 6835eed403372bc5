import { picture } from '../../../pixels/picture.ts'
import { between, type Random } from '../random.ts'
import type { Size } from './place.ts'

/** Pixels of blur: what is drawn anew loses its finest detail. */
const SOFTENING = 0.6
/** What becomes of red, green and blue: a factor and an offset, flatter and warmer. */
const CONTRAST = 0.955
const WARMTH: readonly number[] = [9, 5, -1]

/** A picture as a model draws it again: everywhere a little softer, flatter and warmer. RGB pixels. */
export async function redraw(bytes: Uint8Array, { width, height }: Size, random: Random): Promise<Buffer> {
  const strength = between(random, 0.8, 1.2)
  const fitted = picture(bytes).autoOrient().flatten({ background: '#ffffff' }).toColourspace('srgb')
  const soft = fitted.resize(width, height, { fit: 'fill' }).blur(SOFTENING)
  const factors = WARMTH.map(() => 1 - (1 - CONTRAST) * strength)
  const offsets = WARMTH.map((offset) => offset * strength)
  return await soft.linear(factors, offsets).raw().toBuffer()
}
