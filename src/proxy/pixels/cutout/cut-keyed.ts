import { estimateBackdrop } from './backdrop.ts'
import { borderPlaces } from './border-places.ts'
import { hasCheckerboard } from './checkerboard.ts'
import type { CutoutAnswer } from './cutout-answer.ts'
import { measureKeyed } from './keyed.ts'
import { labelPixels } from './label-pixels.ts'
import { encodeRgba, type Rgba } from './rgba.ts'
import { collectSamples } from './samples.ts'
import { TRACE, transparencyOf } from './transparency.ts'
import { unmix } from './unmix.ts'

/** Share of the border that is transparent where the model cut the subject out itself. */
const CLEAR_BORDER = 0.5

/** Cuts a subject out from a flat colour; the pixels are changed. One whose surroundings are transparent already stays as it is. */
export async function cutKeyed(pixels: Rgba, key: string): Promise<CutoutAnswer> {
  if (!hasClearBorder(pixels)) {
    if (await hasCheckerboard(pixels)) return { png: null, transparent: 0, refused: 'checkerboard' }
    const backdrop = await estimateBackdrop(pixels, key)
    if (!backdrop) return { png: null, transparent: 0, refused: 'not_flat' }
    const keyed = await measureKeyed(pixels, backdrop)
    await labelPixels(keyed)
    await unmix(keyed, await collectSamples(keyed))
  }
  const { transparent, refused } = await transparencyOf(pixels)
  return { png: refused ? null : await encodeRgba(pixels), transparent, refused }
}

function hasClearBorder(pixels: Rgba): boolean {
  const border = borderPlaces(pixels)
  const clear = border.filter((at) => (pixels.data[at + 3] ?? 0) <= TRACE)
  return clear.length >= border.length * CLEAR_BORDER
}
