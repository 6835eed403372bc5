import { damaged } from './damaged.ts'
import { type Extent, extent, type Structure } from './extent.ts'
import type { Walk } from './walk.ts'

const view = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

const FOURTEEN_BITS = 0x3fff

/** How each kind of pixels says its size in its first ten bytes. Null when they are not that kind. */
const SIZES: Readonly<Record<string, (head: DataView) => Extent | null>> = {
  'VP8 ': (head) =>
    head.getUint8(3) === 0x9d && head.getUint8(4) === 0x01 && head.getUint8(5) === 0x2a
      ? extent(head.getUint16(6, true) & FOURTEEN_BITS, head.getUint16(8, true) & FOURTEEN_BITS)
      : null,
  VP8L: (head) => {
    const bits = head.getUint32(1, true)
    return head.getUint8(0) === 0x2f ? extent((bits & FOURTEEN_BITS) + 1, ((bits >>> 14) & FOURTEEN_BITS) + 1) : null
  },
  VP8X: (head) => {
    const edge = (at: number) => head.getUint16(at, true) + head.getUint8(at + 2) * 65_536 + 1
    return extent(edge(4), edge(7))
  },
}
const HEAD = 10

/** VP8X flags of a colour profile, EXIF, XMP and animation. */
const EXTRAS = 0x20 | 0x08 | 0x04 | 0x02
const PIXELS = new Set(['VP8 ', 'VP8L', 'ANMF'])

/** Chunks that only hold pixels or say how large they are. */
const BARE = new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH'])

/** Follows a WEBP from chunk to chunk as far as its RIFF header says it reaches. */
export function* walkWebp(): Walk<Structure> {
  const riff = (yield { take: 12 }).slice()
  let left = view(riff).getUint32(4, true) - 4
  let size: Extent | null = null
  let hasPixels = false
  let bare = true
  while (left >= 8) {
    const head = (yield { take: 8 }).slice()
    const type = String.fromCharCode(...head.subarray(0, 4))
    const length = view(head).getUint32(4, true)
    const padded = length + (length % 2)
    left -= 8 + padded
    // Some writers leave out the last padding byte.
    if (left < -1) throw damaged()
    hasPixels ||= PIXELS.has(type)
    bare &&= BARE.has(type)
    const measured: number = size === null && type in SIZES && length >= HEAD ? HEAD : 0
    if (measured > 0) {
      const first = (yield { take: HEAD }).slice()
      size = SIZES[type]?.(view(first)) ?? null
      if (size === null) throw damaged()
      bare &&= type !== 'VP8X' || ((first[0] ?? 0) & EXTRAS) === 0
    }
    yield { pass: (left < 0 ? length : padded) - measured }
  }
  if (size === null || !hasPixels) throw damaged()
  return { ...size, bare }
}
