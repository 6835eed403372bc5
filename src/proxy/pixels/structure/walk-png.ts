import { crc32 } from 'node:zlib'
import { damaged } from './damaged.ts'
import { type Extent, extent, type Structure } from './extent.ts'
import type { Walk } from './walk.ts'

const view = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

/** Bits a sample may have, by colour type. */
const DEPTHS: Readonly<Record<number, readonly number[]>> = {
  0: [1, 2, 4, 8, 16],
  2: [8, 16],
  3: [1, 2, 4, 8],
  4: [8, 16],
  6: [8, 16],
}

/** Chunks that only hold pixels or say how large and in which plain colour space they are. */
const BARE = new Set(['IHDR', 'IDAT', 'IEND', 'sRGB', 'gAMA', 'cHRM', 'pHYs', 'sBIT', 'bKGD'])

const SIGNATURE = 8
const HEADER = 13

/** Follows a PNG from chunk to chunk and checks each checksum, to its IEND. */
export function* walkPng(): Walk<Structure> {
  yield { pass: SIGNATURE }
  let size: Extent | null = null
  let pixelBytes = 0
  let bare = true
  for (;;) {
    const head = (yield { take: 8 }).slice()
    const length = view(head).getUint32(0)
    const type = String.fromCharCode(...head.subarray(4))
    let sum = crc32(head.subarray(4))
    bare &&= BARE.has(type)
    if (size === null) {
      if (type !== 'IHDR' || length !== HEADER) throw damaged()
      const header = yield { take: HEADER }
      sum = crc32(header, sum)
      if (!DEPTHS[header[9] ?? -1]?.includes(header[8] ?? 0)) throw damaged()
      size = extent(view(header).getUint32(0), view(header).getUint32(4))
    } else {
      yield { pass: length, seen: (bytes) => (sum = crc32(bytes, sum)) }
    }
    if (view(yield { take: 4 }).getUint32(0) !== sum) throw damaged()
    if (type === 'IDAT') pixelBytes += length
    if (type !== 'IEND') continue
    if (pixelBytes === 0) throw damaged()
    return { ...size, bare }
  }
}
