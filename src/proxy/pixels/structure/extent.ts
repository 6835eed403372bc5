import { AppError } from '#domain/app-error.ts'
import { MAX_MEGAPIXELS } from '#domain/max-megapixels.ts'
import { damaged } from './damaged.ts'

/** Pixels. */
export interface Extent {
  width: number
  height: number
}

export interface Structure extends Extent {
  /** Nothing besides pixels so far: no profile (broken or not), no EXIF, no text, no second picture. */
  bare: boolean
}

/** A size as a header says it. Throws AppError `image_damaged` for one without pixels, `image_too_large`. */
export function extent(width: number, height: number): Extent {
  if (width === 0 || height === 0) throw damaged()
  if (width * height > MAX_MEGAPIXELS * 1_000_000) {
    throw new AppError('image_too_large', { details: { width, height, megapixels: MAX_MEGAPIXELS } })
  }
  return { width, height }
}
