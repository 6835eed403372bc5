import type { SubmitJob } from '#contract/http-wire.ts'
import { AppError } from '#domain/app-error.ts'
import type { Job } from '#domain/job.ts'
import type { Db } from '../database/tables.ts'
import { transact } from '../database/transact.ts'
import { appendEvent } from './append-events.ts'
import { readJob } from './job-store.ts'
import { jobBodyHash, prepareJob, type SubmitContext, storeJobs } from './new-job.ts'

export interface Submitted {
  job: Job
  /** False when the same job had been submitted before. */
  isNew: boolean
}

/**
 * Stores a job and holds its price back, in one transaction. The same submit again gives the same job.
 * @throws AppError job_conflict, and those of `prepareJob` and `storeJobs`
 */
export async function submitJob(
  context: SubmitContext,
  memberId: string,
  jobId: string,
  body: SubmitJob,
): Promise<Submitted> {
  const { db, now, changes } = context
  const same = { memberId, jobId, bodyHash: jobBodyHash(body), now: now() }
  const before = await findSame(db, same)
  if (before) return { job: before, isNew: false }
  const prepared = await prepareJob(context, memberId, jobId, body)
  const job = await transact(db, async (transaction) => {
    const stored = await storeJobs(transaction, context, { memberId, batchId: null }, [prepared])
    return stored ? appendEvent(transaction, jobId, 'queued', now()) : null
  })
  if (job) {
    changes.ring()
    return { job, isNew: true }
  }
  const meanwhile = await findSame(db, same)
  if (!meanwhile) throw new AppError('job_conflict')
  return { job: meanwhile, isNew: false }
}

interface Same {
  memberId: string
  jobId: string
  bodyHash: string
  now: string
}

/** The job of an id, if it was submitted with the same body by the same member. */
async function findSame(db: Db, { memberId, jobId, bodyHash, now }: Same): Promise<Job | null> {
  const row = await db.selectFrom('jobs').select(['member_id', 'body_hash']).where('id', '=', jobId).executeTakeFirst()
  if (!row) return null
  if (row.member_id !== memberId || row.body_hash !== bodyHash) throw new AppError('job_conflict')
  return readJob(db, memberId, jobId, now)
}
