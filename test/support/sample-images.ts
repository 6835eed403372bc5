import { crc32, deflateSync } from 'node:zlib'
import sharp, { type Sharp } from 'sharp'

/** Corner colours of every sample: where they end up shows whether a picture was turned. */
export const CORNERS = { topLeft: '#e02020', topRight: '#20b040', bottomLeft: '#2040e0', bottomRight: '#f0c020' }

function quarters(width: number, height: number): Sharp {
  const [w, h] = [width / 2, height / 2]
  const square = (x: number, y: number, fill: string) =>
    `<rect x="${x}" y="${y}" width="${w}" height="${h}" fill="${fill}"/>`
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${
    square(0, 0, CORNERS.topLeft) +
    square(w, 0, CORNERS.topRight) +
    square(0, h, CORNERS.bottomLeft) +
    square(w, h, CORNERS.bottomRight)
  }</svg>`
  return sharp(Buffer.from(svg)).removeAlpha()
}

const WIDTH = 96
const HEIGHT = 64

export const samplePng = (width = WIDTH, height = HEIGHT) => quarters(width, height).png().toBuffer()
export const sampleJpeg = (width = WIDTH, height = HEIGHT) =>
  quarters(width, height).jpeg({ quality: 95, chromaSubsampling: '4:4:4' }).toBuffer()
export const sampleWebp = () => quarters(WIDTH, HEIGHT).webp({ lossless: true }).toBuffer()
export const sampleGif = () => quarters(WIDTH, HEIGHT).gif().toBuffer()
export const palettePng = () => quarters(WIDTH, HEIGHT).png({ palette: true, colours: 8 }).toBuffer()
export const deepPng = () => quarters(WIDTH, HEIGHT).toColourspace('rgb16').png().toBuffer()
export const cmykJpeg = () => quarters(WIDTH, HEIGHT).toColourspace('cmyk').withIccProfile('cmyk').jpeg().toBuffer()
export const displayP3Png = () => quarters(WIDTH, HEIGHT).withIccProfile('p3').png().toBuffer()

/** Looks like the other samples only when the EXIF orientation (6: turn right) is obeyed. */
export async function exifRotatedJpeg(): Promise<Buffer> {
  const stored = sharp(await samplePng()).rotate(-90)
  return await stored.jpeg({ quality: 95, chromaSubsampling: '4:4:4' }).withMetadata({ orientation: 6 }).toBuffer()
}

/** Pixels that do not compress, so that a cut loses some of them. */
export function noise(width = 200, height = 150): Sharp {
  const raw = Buffer.alloc(width * height * 3)
  let state = 1
  for (let i = 0; i < raw.length; i++) {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    raw[i] = state >> 16
  }
  return sharp(raw, { raw: { width, height, channels: 3 } })
}

export const truncated = (bytes: Uint8Array, share = 0.9) => bytes.subarray(0, Math.floor(bytes.length * share))

function pngChunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const chunk = Buffer.alloc(body.length + 8)
  chunk.writeUInt32BE(data.length, 0)
  body.copy(chunk, 4)
  chunk.writeUInt32BE(crc32(body), body.length + 4)
  return chunk
}

const PNG_SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

/** A few bytes that claim to be a picture of any size. */
export function hugePngHeader(width = 30_000, height = 30_000): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header[8] = 8
  header[9] = 2
  const pixels = pngChunk('IDAT', deflateSync(Buffer.alloc(100)))
  return Buffer.concat([PNG_SIGNATURE, pngChunk('IHDR', header), pixels, pngChunk('IEND', Buffer.alloc(0))])
}

/** A PNG whose colour profile breaks off, as some Figma exports have it. */
export async function truncatedProfilePng(): Promise<Buffer> {
  const png = await samplePng()
  const profile = deflateSync(Buffer.alloc(600, 65)).subarray(0, 8)
  const chunk = pngChunk('iCCP', Buffer.concat([Buffer.from('ICC Profile\0\0', 'latin1'), profile]))
  return Buffer.concat([png.subarray(0, 33), chunk, png.subarray(33)])
}

export const textNamedPng = () => Buffer.from('This is a note, not a picture.\n')

/** A round orange thing on nothing, to see a subject arrive with its own outline. */
export function cutOutPng(fill = '#ff7a00', edge = 240): Promise<Buffer> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${edge}" height="${edge}"><circle cx="50%" cy="50%" r="46%" fill="${fill}"/></svg>`
  return sharp(Buffer.from(svg)).png().toBuffer()
}

export const flatPng = (fill: string, width = 200, height = 200) =>
  sharp({ create: { width, height, channels: 3, background: fill } })
    .png()
    .toBuffer()
