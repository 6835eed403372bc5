import { promisify } from 'node:util'
import { deflate } from 'node:zlib'
import type { Extent } from '#domain/legal-sizes.ts'
import { PNG_SIGNATURE, pngChunk, pngHeader } from './png-chunk.ts'

const BLACK_TWICE = new Uint8Array(6)
const CLEAR_AND_OPAQUE = Uint8Array.of(0, 255)

export const bitmapRowBytes = (width: number): number => 1 + Math.ceil(width / 8)

/**
 * A black PNG of one bit a pixel: 0 is transparent, 1 opaque. `rows` are `bitmapRowBytes` long: a 0 for “not filtered”,
 * then the bits from the left.
 */
export async function writeBitmapPng(rows: Uint8Array, size: Extent): Promise<Uint8Array> {
  const packed = await promisify(deflate)(rows, { level: 9 })
  return Buffer.concat([
    PNG_SIGNATURE,
    ...pngHeader(size, 'palette'),
    ...pngChunk('PLTE', BLACK_TWICE),
    ...pngChunk('tRNS', CLEAR_AND_OPAQUE),
    ...pngChunk('IDAT', packed),
    ...pngChunk('IEND'),
  ])
}
