import { hasEnded, type Job } from '#domain/job.ts'
import type { ChangeContext } from './change.ts'
import { withdrawJob } from './end-job.ts'
import { readJob, readOwnRow } from './job-store.ts'

export interface Cancelled {
  job: Job
  /** What cancelling could and could not undo. */
  said: string
}

const SAID = {
  withdrawn: 'Cancelled. Nothing was charged.',
  ended: 'This job had already ended; nothing was changed.',
  sent: 'The picture is already being made and cannot be stopped, so it may be charged. It is kept for you when it arrives.',
  simulated:
    'The picture is already being made and cannot be stopped. It costs nothing and is kept for you when it arrives.',
}

/**
 * Takes back a job that was not sent yet. One that was sent goes on, because it is being paid for and its picture is
 * kept; but when it is refused, it is not sent again.
 * @throws AppError job_missing
 */
export async function cancelJob(context: ChangeContext, memberId: string, jobId: string): Promise<Cancelled> {
  const { db, now } = context
  await readOwnRow(db, memberId, jobId)
  for (;;) {
    const withdrawn = await withdrawJob(context, jobId)
    if (withdrawn) return { job: withdrawn, said: SAID.withdrawn }
    const asked = await askToCancel(context, jobId)
    const job = await readJob(db, memberId, jobId, now())
    if (asked) return { job, said: job.engine.simulated ? SAID.simulated : SAID.sent }
    if (hasEnded(job)) return { job, said: SAID.ended }
    // It went back in line in between.
  }
}

/** Whether the job is under way; it is not sent again then. */
async function askToCancel({ db, now }: ChangeContext, jobId: string): Promise<boolean> {
  const asked = await db
    .updateTable('jobs')
    .set((job) => ({ cancel_asked_at: job.fn.coalesce('cancel_asked_at', job.val(now())) }))
    .where('id', '=', jobId)
    .where('state', '=', 'running')
    .where('sent_at', 'is not', null)
    .returning('id')
    .executeTakeFirst()
  return asked !== undefined
}
