import { crc32 } from 'node:zlib'
import type { Extent } from '#domain/legal-sizes.ts'

export const PNG_SIGNATURE = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)

/** By how pixels are stored: one bit that chooses of a palette, red green blue, and the same with alpha. */
const COLOUR_TYPES = { palette: [1, 3], rgb: [8, 2], rgba: [8, 6] } as const

export function pngChunk(name: string, ...data: readonly Uint8Array[]): Buffer {
  const length = data.reduce((sum, part) => sum + part.length, 0)
  const whole = Buffer.allocUnsafe(length + 12)
  whole.writeUInt32BE(length)
  whole.write(name, 4, 'latin1')
  let at = 8
  for (const part of data) {
    whole.set(part, at)
    at += part.length
  }
  whole.writeUInt32BE(crc32(whole.subarray(4, at)), at)
  return whole
}

/** Width, height, how pixels are stored; not interlaced. */
export function pngHeader({ width, height }: Extent, stored: keyof typeof COLOUR_TYPES): Buffer {
  const data = Buffer.alloc(13)
  data.writeUInt32BE(width)
  data.writeUInt32BE(height, 4)
  data.set(COLOUR_TYPES[stored], 8)
  return pngChunk('IHDR', data)
}
