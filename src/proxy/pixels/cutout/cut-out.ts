import type { CutoutWay } from '#domain/edits/cutout.ts'
import { decoding } from '../decoding.ts'
import { cutKeyed } from './cut-keyed.ts'
import { cutTransparent } from './cut-transparent.ts'
import type { CutoutAnswer } from './cutout-answer.ts'
import { decodeRgba } from './rgba.ts'

export interface CutoutQuestion {
  /** The picture the model made. */
  raw: Uint8Array
  way: CutoutWay
  /** The flat colour that was asked for behind the subject, #rrggbb. */
  key: string
}

/** The subject of a picture alone, or why that cannot be had. Throws AppError `image_damaged`. */
export async function cutOut({ raw, way, key }: CutoutQuestion): Promise<CutoutAnswer> {
  const pixels = await decoding(decodeRgba(raw))
  return way === 'key' ? await cutKeyed(pixels, key) : await cutTransparent(pixels)
}
