import { promisify } from 'node:util'
import { crc32, deflate } from 'node:zlib'
import type { Extent } from '#domain/legal-sizes.ts'

const SIGNATURE = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)
const BLACK_TWICE = new Uint8Array(6)
const CLEAR_AND_OPAQUE = Uint8Array.of(0, 255)

function chunk(name: string, data: Uint8Array): Buffer {
  const whole = Buffer.alloc(data.length + 12)
  whole.writeUInt32BE(data.length)
  whole.write(name, 4, 'latin1')
  whole.set(data, 8)
  whole.writeUInt32BE(crc32(whole.subarray(4, data.length + 8)), data.length + 8)
  return whole
}

/** Width and height; one bit a pixel, by palette, not interlaced. */
function header({ width, height }: Extent): Uint8Array {
  const data = Buffer.alloc(13)
  data.writeUInt32BE(width)
  data.writeUInt32BE(height, 4)
  data.set([1, 3, 0, 0, 0], 8)
  return data
}

export const bitmapRowBytes = (width: number): number => 1 + Math.ceil(width / 8)

/**
 * A black PNG of one bit a pixel: 0 is transparent, 1 opaque. `rows` are `bitmapRowBytes` long: a 0 for “not filtered”,
 * then the bits from the left.
 */
export async function writeBitmapPng(rows: Uint8Array, size: Extent): Promise<Uint8Array> {
  const packed = await promisify(deflate)(rows, { level: 9 })
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header(size)),
    chunk('PLTE', BLACK_TWICE),
    chunk('tRNS', CLEAR_AND_OPAQUE),
    chunk('IDAT', packed),
    chunk('IEND', new Uint8Array()),
  ])
}
