import { estimateBackdrop } from './backdrop.ts'
import { hasCheckerboard } from './checkerboard.ts'
import type { CutoutAnswer } from './cutout-answer.ts'
import { measureKeyed } from './keyed.ts'
import { labelPixels } from './label-pixels.ts'
import { encodeRgba, type Rgba } from './rgba.ts'
import { collectSamples } from './samples.ts'
import { transparencyOf } from './transparency.ts'
import { unmix } from './unmix.ts'

/** Cuts a subject out from a flat colour; the pixels are changed. One that is transparent already stays as it is. */
export async function cutKeyed(pixels: Rgba, key: string): Promise<CutoutAnswer> {
  const own = transparencyOf(pixels)
  if (!own.opaque) return { png: await encodeRgba(pixels), transparent: own.transparent, refused: null }
  if (hasCheckerboard(pixels)) return { png: null, transparent: 0, refused: 'checkerboard' }
  const backdrop = estimateBackdrop(pixels, key)
  if (!backdrop) return { png: null, transparent: 0, refused: 'not_flat' }
  const keyed = await measureKeyed(pixels, backdrop)
  await labelPixels(keyed)
  await unmix(keyed, await collectSamples(keyed))
  const { transparent, opaque } = transparencyOf(pixels)
  if (opaque) return { png: null, transparent, refused: 'opaque' }
  return { png: await encodeRgba(pixels), transparent, refused: null }
}
