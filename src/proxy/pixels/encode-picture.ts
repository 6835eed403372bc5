import type { Sharp } from 'sharp'
import type { ImageFormat } from '#domain/image.ts'
import { encodePng } from './encode-png.ts'

const ENCODERS: Record<ImageFormat, (image: Sharp) => Sharp> = {
  png: encodePng,
  jpeg: (image) => image.flatten({ background: '#ffffff' }).jpeg({ quality: 95, chromaSubsampling: '4:4:4' }),
  webp: (image) => image.webp({ quality: 95, effort: 2 }),
}

/** Encodes without metadata. JPEG has no alpha, so what is transparent becomes white there. */
export async function encodePicture(image: Sharp, format: ImageFormat): Promise<Uint8Array> {
  return await ENCODERS[format](image).toBuffer()
}
