import type { CutoutMeasures } from '#domain/edits/cutout.ts'
import { inBands } from '../in-bands.ts'
import type { Rgba } from './rgba.ts'

/** Up to here alpha counts as nothing: models leave traces. */
export const TRACE = 2

/** Less of the picture than this does not make it a cutout. */
const LEAST = 0.005

/** From this alpha on something is seen, and less of the picture than this share is no subject. */
export const SEEN = 26
const LEAST_SEEN = 0.0002

export interface Transparency extends Pick<CutoutMeasures, 'transparent'> {
  /** Whether hardly anything of it is transparent, or hardly anything is not. */
  refused: 'opaque' | 'empty' | null
}

export async function transparencyOf(pixels: Rgba): Promise<Transparency> {
  const { data, width, height } = pixels
  let [clear, seen] = [0, 0]
  await inBands(pixels, (first, end) => {
    for (let at = first * width * 4 + 3; at < end * width * 4; at += 4) {
      const alpha = data[at] ?? 0
      if (alpha <= TRACE) clear += 1
      if (alpha >= SEEN) seen += 1
    }
  })
  const transparent = clear / (width * height)
  if (transparent < LEAST) return { transparent, refused: 'opaque' }
  return { transparent, refused: seen < LEAST_SEEN * width * height ? 'empty' : null }
}
