import { AppError } from '#domain/app-error.ts'
import type { Extent } from '#domain/legal-sizes.ts'
import { decoding } from '../decoding.ts'
import { encodePng } from '../encode-png.ts'
import { picture } from '../picture.ts'
import { cutMask } from './cut-mask.ts'
import type { Cut } from './places.ts'
import { showWindow } from './show-window.ts'

interface CutQuestion {
  /** All of the original, as it is kept. */
  original: Uint8Array
  /** As `prepareMask` made it, the size of the canvas. */
  mask: Uint8Array | null
  cut: Cut
  /** Pixels to send. */
  size: Extent
}

interface CutPictures {
  /** PNG without alpha. */
  image: Uint8Array
  /** PNG of the same size, alpha 0 where the model may change something and 255 elsewhere, under 4 MB; null when it may everywhere. */
  mask: Uint8Array | null
}

/**
 * What is sent of an edit: the window of its canvas, and the mask of that window, both scaled to the size asked for. The same
 * question always has the same bytes as answer. Throws AppError `image_damaged`.
 */
export async function cutWindow({ original, mask, cut, size }: CutQuestion): Promise<CutPictures> {
  const { width, height } = await decoding(picture(original).metadata())
  if (width !== cut.original.width || height !== cut.original.height) throw new AppError('image_damaged')
  const shown = await showWindow(picture(original), cut, size)
  const image = await decoding(encodePng(shown).toBuffer())
  return { image, mask: await cutMask(mask, cut, size) }
}
