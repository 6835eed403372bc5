import type { Job, Result } from '#domain/job.ts'
import { MODES } from '#domain/mode.ts'

/** Width over height of the part of a picture that is shown: the frame’s, or the picture’s own where it is not cropped to one. */
export function tileRatio({ brief, frame }: Pick<Job, 'brief' | 'frame'>, { image }: Pick<Result, 'image'>): number {
  const { width, height } = MODES[brief.mode].from === 'original' ? image : frame
  return width / height
}
