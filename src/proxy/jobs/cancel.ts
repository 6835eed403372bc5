import { hasEnded, type Job } from '#domain/job.ts'
import { withdrawJob } from './end-job.ts'
import type { JobContext } from './job-context.ts'
import { readJob } from './job-store.ts'

export interface Cancelled {
  job: Job
  /** What cancelling could and could not undo. */
  said: string
}

const SAID = {
  withdrawn: 'Cancelled. Nothing was charged.',
  ended: 'This job had already ended; nothing was changed.',
  sent: 'The picture is already being made and cannot be stopped, so it may be charged. It is kept for you when it arrives.',
}

/**
 * Takes back a job that was not sent yet. One that was sent goes on: it is being paid for, so its picture is kept.
 * @throws AppError job_missing
 */
export async function cancelJob(
  context: Pick<JobContext, 'db' | 'changes' | 'now'>,
  memberId: string,
  jobId: string,
): Promise<Cancelled> {
  await readJob(context.db, memberId, jobId, context.now())
  const withdrawn = await withdrawJob(context, jobId)
  if (withdrawn) return { job: withdrawn, said: SAID.withdrawn }
  const job = await readJob(context.db, memberId, jobId, context.now())
  return { job, said: hasEnded(job) ? SAID.ended : SAID.sent }
}
