import { borderPlaces } from './border-places.ts'
import { hasCheckerboard } from './checkerboard.ts'
import type { CutoutAnswer } from './cutout-answer.ts'
import { encodeRgba, type Rgba } from './rgba.ts'
import { SEEN, transparencyOf } from './transparency.ts'

/** Less of the border than this shows through where a picture only has a hole, or round corners. */
const LEAST_BORDER = 0.15

/** A picture the model itself made transparent, or only painted to look so. */
export async function cutTransparent(pixels: Rgba): Promise<CutoutAnswer> {
  const { transparent, refused } = await transparencyOf(pixels)
  if (await hasCheckerboard(pixels)) return { png: null, transparent, refused: 'checkerboard' }
  if (refused) return { png: null, transparent, refused }
  if (!hasOpenBorder(pixels)) return { png: null, transparent, refused: 'opaque' }
  return { png: await encodeRgba(pixels), transparent, refused: null }
}

/** A subject may reach three sides of the picture, but never all around. */
function hasOpenBorder(pixels: Rgba): boolean {
  const border = borderPlaces(pixels)
  const open = border.filter((at) => (pixels.data[at + 3] ?? 0) < SEEN)
  return open.length >= border.length * LEAST_BORDER
}
