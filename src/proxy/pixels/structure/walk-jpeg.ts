import { damaged } from './damaged.ts'
import { type Extent, extent, type Structure } from './extent.ts'
import type { Walk } from './walk.ts'

const [END, SCAN, FILL] = [0xd9, 0xda, 0xff]

/** Start of a frame: says how large it is. C4, C8 and CC in that row are tables. */
const isFrame = (marker: number): boolean => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)

/** Application segments except JFIF (0) and Adobe (14), and comments: EXIF, XMP, ICC profiles, further pictures. */
const isExtra = (marker: number): boolean => (marker > 0xe0 && marker <= 0xef && marker !== 0xee) || marker === 0xfe

/** An escaped byte of pixels, or a mark inside them. */
const staysInScan = (marker: number): boolean => marker === 0 || (marker >= 0xd0 && marker <= 0xd7)

function* nextMarker(): Walk<number> {
  let marker = FILL
  while (marker === FILL) marker = (yield { take: 1 })[0] ?? 0
  return marker
}

/** To the marker that ends the pixels of a scan. */
function* skipScan(): Walk<number> {
  for (;;) {
    yield { past: FILL }
    const marker = yield* nextMarker()
    if (!staysInScan(marker)) return marker
  }
}

/** Follows a JPEG from segment to segment and through its scans, to its end mark. */
export function* walkJpeg(): Walk<Structure> {
  yield { pass: 3 }
  let size: Extent | null = null
  let scans = 0
  let bare = true
  let marker = yield* nextMarker()
  while (marker !== END) {
    const [high = 0, low = 0] = yield { take: 2 }
    const length = high * 256 + low - 2
    if (length < 0) throw damaged()
    bare &&= !isExtra(marker)
    if (isFrame(marker)) {
      if (length < 6) throw damaged()
      const [, top = 0, bottom = 0, left = 0, right = 0] = yield { take: 5 }
      size ??= extent(left * 256 + right, top * 256 + bottom)
      yield { pass: length - 5 }
    } else {
      yield { pass: length }
    }
    if (marker === SCAN) {
      scans += 1
      marker = yield* skipScan()
    } else {
      if ((yield { take: 1 })[0] !== FILL) throw damaged()
      marker = yield* nextMarker()
    }
  }
  if (size === null || scans === 0) throw damaged()
  return { ...size, bare }
}
