import sharp from 'sharp'
import type { Extent } from '#domain/legal-sizes.ts'
import type { Rect } from '#domain/rect.ts'
import type { Cut } from '#proxy/pixels/edit/places.ts'

export type Painter = (x: number, y: number) => readonly number[]

/** Pixels painted one by one, in as many channels as the painter gives numbers. */
export function painted({ width, height }: Extent, paint: Painter): { data: Buffer; channels: 1 | 2 | 3 | 4 } {
  const channels = paint(0, 0).length as 1 | 2 | 3 | 4
  const data = Buffer.alloc(width * height * channels)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const colour = paint(x, y)
      for (let one = 0; one < channels; one++) data[(y * width + x) * channels + one] = colour[one] ?? 0
    }
  }
  return { data, channels }
}

export async function paintPng(size: Extent, paint: Painter): Promise<Uint8Array> {
  const { data, channels } = painted(size, paint)
  return await sharp(data, { raw: { ...size, channels } })
    .png({ compressionLevel: 1 })
    .toBuffer()
}

/** A mask that lets change what `free` says. */
export const maskPng = (size: Extent, free: (x: number, y: number) => boolean): Promise<Uint8Array> =>
  paintPng(size, (x, y) => [0, 0, 0, free(x, y) ? 0 : 255])

export const inBox =
  (box: Rect) =>
  (x: number, y: number): boolean =>
    x >= box.x && y >= box.y && x < box.x + box.width && y < box.y + box.height

/** What to cut of an original that fills its canvas, by default all of it. */
export function wholeCut(size: Extent, more: Partial<Cut> = {}): Cut {
  return {
    original: { imageId: 'a'.repeat(64), ...size, name: '', fill: null },
    canvas: size,
    at: { x: 0, y: 0 },
    mask: null,
    matte: '#ffffff',
    window: { x: 0, y: 0, ...size },
    ...more,
  }
}

/** The same numbers for the same seed, 0 to under 1. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
