import type { Sharp, SharpOptions } from 'sharp'
import { picture } from './picture.ts'
import type { Extent } from './structure/extent.ts'

/** With the profile, or without one that nobody can read. */
const READINGS: SharpOptions[] = [{}, { ignoreIcc: true }]

/**
 * A file's picture upright in 8-bit sRGB, in a size, as `encode` makes of it. A broken colour profile is left out; throws what
 * the decoder throws of broken pixels.
 */
export async function asPlain<T>(path: string, size: Extent | null, encode: (plain: Sharp) => Promise<T>): Promise<T> {
  let problem: unknown
  for (const reading of READINGS) {
    try {
      // Without a pipeline colour space, sharp leaves out the profile of a 16-bit picture.
      const upright = picture(path, reading).pipelineColourspace('srgb').autoOrient()
      const sized = size ? upright.resize({ ...size, fit: 'fill' }) : upright
      return await encode(sized.toColourspace('srgb'))
    } catch (error) {
      problem ??= error
    }
  }
  throw problem
}
