import { decoding } from './decoding.ts'
import { picture } from './picture.ts'

/** A small upright WEBP whose longer edge is at most `longestEdge` pixels. Throws AppError `image_damaged`. */
export async function makeThumbnail(bytes: Uint8Array, longestEdge: number): Promise<Uint8Array> {
  const small = picture(bytes)
    .autoOrient()
    .resize({ width: longestEdge, height: longestEdge, fit: 'inside', withoutEnlargement: true })
  return await decoding(small.webp({ quality: 80, effort: 2 }).toBuffer())
}
