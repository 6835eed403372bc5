import { encodePng } from '../encode-png.ts'
import { picture } from '../picture.ts'

/** Red, green, blue and alpha of each pixel, 0..255, row by row. */
export interface Rgba {
  readonly data: Uint8Array
  readonly width: number
  readonly height: number
}

export async function decodeRgba(bytes: Uint8Array): Promise<Rgba> {
  const all = picture(bytes).autoOrient().toColourspace('srgb').ensureAlpha()
  const { data, info } = await all.raw().toBuffer({ resolveWithObject: true })
  return { data: new Uint8Array(data.buffer, data.byteOffset, data.byteLength), width: info.width, height: info.height }
}

export async function encodeRgba({ data, width, height }: Rgba): Promise<Uint8Array> {
  return await encodePng(picture(data, { raw: { width, height, channels: 4 } })).toBuffer()
}
