import type { CutoutMeasures } from '#domain/edits/cutout.ts'

export interface CutoutAnswer extends Pick<CutoutMeasures, 'transparent' | 'refused'> {
  /** The subject alone, in the raw picture’s size; null when it is no cutout. */
  png: Uint8Array | null
}
