import { briefSchema } from '#domain/brief.ts'
import { DEFAULT_KEY } from '#domain/edits/cutout.ts'
import type { Result } from '#domain/job.ts'
import type { Extent } from '#domain/legal-sizes.ts'
import type { ImageStore } from '../../image-store/image-store.ts'
import { type JobRow, toRequest } from '../job-row.ts'
import { compositeResult } from './composite-result.ts'
import { cutOutResult } from './cut-out-result.ts'

/** The work between what a job received and what it delivers. */
export interface Finishing {
  jobId: string
  /** The size of the picture all of whose pixels are held meanwhile. */
  holds(result: Result): Extent
  /** Nothing is lost when it throws: the picture as it came stays. */
  finish(images: ImageStore, result: Result): Promise<Result>
  /** What is told of a picture it could not be done to. */
  failed: string
}

/** Null for a job that delivers its pictures as they come. */
export function finishingOf(row: Pick<JobRow, 'id' | 'member_id' | 'brief' | 'request'>): Finishing | null {
  const { id: jobId, member_id: memberId } = row
  const { cut, background } = toRequest(row)
  const brief = briefSchema.parse(JSON.parse(row.brief))
  if (brief.mode !== 'cutout') {
    if (!cut) return null
    return {
      jobId,
      holds: () => cut.canvas,
      finish: (images, result) => compositeResult({ images, memberId, cut, match: brief.edit?.match ?? true }, result),
      failed:
        'It could not be put into the original, so this is the part the model was shown, as it came: nothing in it is protected.',
    }
  }
  // As it was asked for: what the model can do may have changed since.
  const way = background === 'transparent' ? 'transparent' : 'key'
  return {
    jobId,
    holds: ({ image }) => image,
    finish: (images, result) => cutOutResult({ images, memberId, way, key: brief.cutout?.key ?? DEFAULT_KEY }, result),
    failed: 'The subject could not be cut out, so this is the picture as it came.',
  }
}
