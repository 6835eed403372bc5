import { setImmediate } from 'node:timers/promises'
import { promisify } from 'node:util'
import { constants, deflateRaw } from 'node:zlib'
import { adler32 } from './adler32.ts'
import { filterRow } from './filter-row.ts'
import type { Pixels, WorkOnRows } from './pixels.ts'
import { PNG_SIGNATURE, pngChunk, pngHeader } from './png-chunk.ts'

/** As `encodePng` has it. */
const LEVEL = 2
/** Bytes packed by themselves: some milliseconds of filtering, and long enough that none of them compresses worse. */
const STRIP = 1_000_000
/** Strips packed at the same time; the machine is shared. */
const AT_ONCE = 2

const packStrip = promisify(deflateRaw)
/** Bytes of room for what is packed, taken as it is needed. */
const CHUNK = 262_144
const ZLIB_HEADER = Uint8Array.of(0x78, 0x01)

/**
 * Writes pixels as PNG with the settings of `encodePng`, in strips that are packed beside each other. The same pixels always
 * give the same bytes.
 * @param finish called before rows are written, in order: what it does to them goes on while others are packed
 */
export async function encodePixels(pixels: Pixels, finish: WorkOnRows = () => {}): Promise<Uint8Array> {
  const rows = Math.max(1, Math.floor(STRIP / (pixels.width * pixels.channels)))
  const strips = Math.ceil(pixels.height / rows)
  const chunks: Uint8Array[][] = new Array(strips)
  let next = 0
  let check = 1
  const lane = async (): Promise<void> => {
    const room = new Uint8Array(Math.min(rows, pixels.height) * (pixels.width * pixels.channels + 1))
    while (next < strips) {
      const strip = next++
      const [first, end] = [strip * rows, Math.min(pixels.height, (strip + 1) * rows)]
      finish(first, end)
      const filtered = filterRows(room, pixels, first, end)
      check = adler32(filtered, check)
      const finishFlush = strip === strips - 1 ? constants.Z_FINISH : constants.Z_SYNC_FLUSH
      const packed = await packStrip(filtered, { level: LEVEL, finishFlush, chunkSize: CHUNK })
      chunks[strip] = pngChunk('IDAT', ...(strip === 0 ? [ZLIB_HEADER, packed] : [packed]))
      await setImmediate()
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, lane))
  const trailer = Buffer.alloc(4)
  trailer.writeUInt32BE(check)
  const header = pngHeader(pixels, pixels.channels === 4 ? 'rgba' : 'rgb')
  return Buffer.concat([PNG_SIGNATURE, ...header, ...chunks.flat(), ...pngChunk('IDAT', trailer), ...pngChunk('IEND')])
}

/** Fills the start of a room, and tells how much of it. */
function filterRows(room: Uint8Array, { data, width, channels }: Pixels, first: number, end: number): Uint8Array {
  const length = width * channels
  const out = room.subarray(0, (end - first) * (length + 1))
  const nothing = first === 0 ? new Uint8Array(length) : data
  for (let y = first; y < end; y++) {
    const above = y === 0 ? { above: nothing, up: 0 } : { above: data, up: (y - 1) * length }
    filterRow(out, (y - first) * (length + 1), { data, at: y * length, ...above, length, bytes: channels })
  }
  return out
}
