import { briefSchema } from '#domain/brief.ts'
import { DEFAULT_KEY } from '#domain/cutout.ts'
import type { Result } from '#domain/job.ts'
import { findModel } from '#domain/models.ts'
import { cutoutWay } from '#domain/plan-job.ts'
import type { ImageStore } from '../../image-store/image-store.ts'
import { type JobRow, toRequest } from '../job-row.ts'
import { compositeResult } from './composite-result.ts'
import { cutOutResult } from './cut-out-result.ts'

/** The work between what a job received and what it delivers. */
export interface Finishing {
  jobId: string
  /** Nothing is lost when it throws: the picture as it came stays. */
  finish(images: ImageStore, result: Result): Promise<Result>
  /** What is told of a picture it could not be done to. */
  failed: string
}

/** Null for a job that delivers its pictures as they come. */
export function finishingOf(row: Pick<JobRow, 'id' | 'member_id' | 'brief' | 'request'>): Finishing | null {
  const { id: jobId, member_id: memberId } = row
  const { cut, model } = toRequest(row)
  const brief = briefSchema.parse(JSON.parse(row.brief))
  if (cut) {
    return {
      jobId,
      finish: (images, result) => compositeResult({ images, memberId, cut, match: brief.edit?.match ?? true }, result),
      failed:
        'It could not be put into the original, so this is the part the model was shown, as it came: nothing in it is protected.',
    }
  }
  const way = cutoutWay(brief, findModel(model))
  if (way === null) return null
  return {
    jobId,
    finish: (images, result) => cutOutResult({ images, memberId, way, key: brief.cutout?.key ?? DEFAULT_KEY }, result),
    failed: 'The subject could not be cut out, so this is the picture as it came.',
  }
}
