import { inflateSync } from 'node:zlib'

/** Channels by a PNG’s colour type. */
const CHANNELS: Readonly<Record<number, number>> = { 2: 3, 6: 4 }

export interface DecodedPng {
  width: number
  height: number
  channels: number
  data: Uint8Array
}

/** Decodes an 8-bit PNG of three or four channels by the format’s own rules, without the library that wrote it. */
export function readPng(bytes: Uint8Array): DecodedPng {
  const file = Buffer.from(bytes)
  const [width, height] = [file.readUInt32BE(16), file.readUInt32BE(20)]
  const channels = CHANNELS[file[25] ?? 0]
  if (file[24] !== 8 || channels === undefined || file[28] !== 0) throw new Error('Not the kind of PNG expected')
  const parts: Buffer[] = []
  for (let at = 8; at < file.length; at += 12 + file.readUInt32BE(at)) {
    if (file.toString('latin1', at + 4, at + 8) === 'IDAT')
      parts.push(file.subarray(at + 8, at + 8 + file.readUInt32BE(at)))
  }
  const lines = inflateSync(Buffer.concat(parts))
  return { width, height, channels, data: unfiltered(lines, width * channels, height, channels) }
}

function unfiltered(lines: Uint8Array, rowBytes: number, height: number, channels: number): Uint8Array {
  const data = new Uint8Array(rowBytes * height)
  for (let y = 0; y < height; y++) {
    const line = y * (rowBytes + 1)
    const filter = lines[line] ?? 0
    for (let x = 0; x < rowBytes; x++) {
      const left = x < channels ? 0 : (data[y * rowBytes + x - channels] ?? 0)
      const above = y === 0 ? 0 : (data[(y - 1) * rowBytes + x] ?? 0)
      const corner = y === 0 || x < channels ? 0 : (data[(y - 1) * rowBytes + x - channels] ?? 0)
      const guess = [0, left, above, (left + above) >> 1, paeth(left, above, corner)][filter] ?? 0
      data[y * rowBytes + x] = (lines[line + 1 + x] ?? 0) + guess
    }
  }
  return data
}

function paeth(left: number, above: number, corner: number): number {
  const guess = left + above - corner
  const [toLeft, toAbove, toCorner] = [Math.abs(guess - left), Math.abs(guess - above), Math.abs(guess - corner)]
  if (toLeft <= toAbove && toLeft <= toCorner) return left
  return toAbove <= toCorner ? above : corner
}
