import type { OverlayOptions } from 'sharp'
import { seededRandom } from './random.ts'

const EDGE = 256

/** Film grain as a tile, the same for the same seed. Strength in 0..255. */
export function grain(seed: string, strength: number): OverlayOptions {
  const random = seededRandom(`grain ${seed}`)
  const pixels = Buffer.alloc(EDGE * EDGE * 4)
  for (let at = 0; at < pixels.length; at += 4) {
    const value = 128 + (random() + random() + random() - 1.5) * strength
    pixels[at] = value
    pixels[at + 1] = value
    pixels[at + 2] = value
    pixels[at + 3] = 255
  }
  return { input: pixels, raw: { width: EDGE, height: EDGE, channels: 4 }, tile: true, blend: 'soft-light' }
}
