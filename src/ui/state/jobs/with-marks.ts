import type { JobMark } from '#contract/settings.ts'
import type { Job } from '#domain/job.ts'

/** A job with what was decided about it here, whether the proxy has heard of it or not. */
export function withMarks(job: Job, marks: readonly JobMark[]): Job {
  return marks.filter(({ jobId }) => jobId === job.id).reduce(withMark, job)
}

function withMark(job: Job, { placed, dismissed = job.dismissed }: JobMark): Job {
  const isNew = placed !== undefined && !job.placed.includes(placed)
  return { ...job, dismissed, placed: isNew ? [...job.placed, placed] : job.placed }
}
