import { type Colour, channels } from '../colour.ts'
import { seededRandom } from '../random.ts'

/** How far a flat colour strays to either side, in 0..255. */
const UNEVEN = 5

/** RGB pixels of one colour, a little uneven as models draw it. */
export function unevenFlat(colour: Colour, { width, height }: { width: number; height: number }): Buffer {
  const random = seededRandom(`flat ${colour}`)
  const wanted = channels(colour)
  const pixels = Buffer.alloc(width * height * 3)
  for (let at = 0; at < pixels.length; at += 3) {
    const stray = (random() + random() - 1) * UNEVEN
    for (const [c, value] of wanted.entries()) pixels[at + c] = Math.min(255, Math.max(0, Math.round(value + stray)))
  }
  return pixels
}
