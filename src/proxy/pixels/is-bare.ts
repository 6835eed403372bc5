import type { SniffedFormat } from '#domain/image.ts'

/** Chunks that only hold pixels or say how large and in which plain colour space they are. */
const PNG_CHUNKS = new Set(['IHDR', 'IDAT', 'IEND', 'sRGB', 'gAMA', 'cHRM', 'pHYs', 'sBIT', 'bKGD'])

/** Application segments except JFIF (0) and Adobe (14), and comments: EXIF, XMP, ICC profiles, further pictures. */
const isExtraSegment = (marker: number): boolean =>
  (marker > 0xe0 && marker <= 0xef && marker !== 0xee) || marker === 0xfe

/** VP8X flags of a colour profile, EXIF, XMP and animation. */
const WEBP_EXTRAS = 0x20 | 0x08 | 0x04 | 0x02

const view = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

const tag = (bytes: Uint8Array, at: number): string => String.fromCharCode(...bytes.subarray(at, at + 4))

function isBarePng(bytes: Uint8Array): boolean {
  let at = 8
  while (at + 8 <= bytes.length) {
    const type = tag(bytes, at + 4)
    if (!PNG_CHUNKS.has(type)) return false
    if (type === 'IEND') return at + 12 === bytes.length
    at += 12 + view(bytes).getUint32(at)
  }
  return false
}

function isBareJpeg(bytes: Uint8Array): boolean {
  let at = 2
  while (at + 4 <= bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0
    if (isExtraSegment(marker)) return false
    if (marker === 0xda) return true
    at += 2 + view(bytes).getUint16(at + 2)
  }
  return false
}

const isBareWebp = (bytes: Uint8Array): boolean => tag(bytes, 12) !== 'VP8X' || ((bytes[20] ?? 0) & WEBP_EXTRAS) === 0

const BARE: Record<SniffedFormat, (bytes: Uint8Array) => boolean> = {
  png: isBarePng,
  jpeg: isBareJpeg,
  webp: isBareWebp,
  gif: () => false,
}

/** Whether a file holds nothing besides its pixels: no profile (broken or not), no EXIF, no text, no second picture. */
export function isBare(bytes: Uint8Array, format: SniffedFormat): boolean {
  return BARE[format](bytes)
}
