import { randomFillSync } from 'node:crypto'
import { crc32, deflateSync } from 'node:zlib'

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const whole = Buffer.alloc(body.length + 8)
  whole.writeUInt32BE(data.length, 0)
  body.copy(whole, 4)
  whole.writeUInt32BE(crc32(body), body.length + 4)
  return whole
}

/** Bytes of pixels a chunk holds; what OpenAI's PNGs have is not documented, most encoders write 8 to 64 KB. */
const CHUNK = 64 * 1024

/** A valid PNG whose pixels do not compress. */
export function largePng(width: number, height: number): Buffer {
  const rows = Buffer.alloc(height * (width * 3 + 1))
  randomFillSync(rows)
  for (let y = 0; y < height; y += 1) rows[y * (width * 3 + 1)] = 0
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header[8] = 8
  header[9] = 2
  const pixels = deflateSync(rows, { level: 0 })
  const chunks: Buffer[] = []
  for (let at = 0; at < pixels.length; at += CHUNK) chunks.push(chunk('IDAT', pixels.subarray(at, at + CHUNK)))
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([signature, chunk('IHDR', header), ...chunks, chunk('IEND', new Uint8Array())])
}
