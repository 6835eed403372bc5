import { crc32 } from 'node:zlib'
import type { Extent } from '#domain/legal-sizes.ts'

export const PNG_SIGNATURE = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)

/** By how pixels are stored: one bit that chooses of a palette, red green blue, and the same with alpha. */
const COLOUR_TYPES = { palette: [1, 3], rgb: [8, 2], rgba: [8, 6] } as const

/** A chunk in pieces, none of them copied: length and name, what it holds, its check. */
export function pngChunk(name: string, ...data: readonly Uint8Array[]): Uint8Array[] {
  const start = Buffer.alloc(8)
  start.writeUInt32BE(data.reduce((sum, part) => sum + part.length, 0))
  start.write(name, 4, 'latin1')
  const check = Buffer.alloc(4)
  check.writeUInt32BE(data.reduce((sum, part) => crc32(part, sum), crc32(start.subarray(4))))
  return [start, ...data, check]
}

/** Width, height, how pixels are stored; not interlaced. */
export function pngHeader({ width, height }: Extent, stored: keyof typeof COLOUR_TYPES): Uint8Array[] {
  const data = Buffer.alloc(13)
  data.writeUInt32BE(width)
  data.writeUInt32BE(height, 4)
  data.set(COLOUR_TYPES[stored], 8)
  return pngChunk('IHDR', data)
}
