import { hasCheckerboard } from './checkerboard.ts'
import type { CutoutAnswer } from './cutout-answer.ts'
import { encodeRgba, type Rgba } from './rgba.ts'
import { transparencyOf } from './transparency.ts'

/** A picture the model itself made transparent, or only painted to look so. */
export async function cutTransparent(pixels: Rgba): Promise<CutoutAnswer> {
  const { transparent, refused } = await transparencyOf(pixels)
  if (await hasCheckerboard(pixels)) return { png: null, transparent, refused: 'checkerboard' }
  return { png: refused ? null : await encodeRgba(pixels), transparent, refused }
}
