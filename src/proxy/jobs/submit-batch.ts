import type { Batch, SubmitBatch } from '#contract/http-wire.ts'
import { AppError } from '#domain/app-error.ts'
import type { Job } from '#domain/job.ts'
import type { Db } from '../database/tables.ts'
import { transact } from '../database/transact.ts'
import { appendEvents } from './append-events.ts'
import { withPlaces } from './job-store.ts'
import { hashOf, type NewJob, prepareJob, type SubmitContext, storeJobs } from './new-job.ts'

export interface SubmittedBatch {
  batch: Batch
  /** False when the same batch had been submitted before. */
  isNew: boolean
}

/**
 * Stores jobs and holds their prices back together, all or none, in one transaction. The same submit again gives the
 * same batch.
 * @throws AppError batch_conflict; job_conflict when a job's id is in use; and those of `prepareJob` and `storeJobs`
 */
export async function submitBatch(
  context: SubmitContext,
  memberId: string,
  batchId: string,
  { jobs }: SubmitBatch,
): Promise<SubmittedBatch> {
  const { db, now, changes } = context
  const asked = { memberId, batchId, bodyHash: hashOf(jobs), ids: jobs.map(({ id }) => id) }
  const before = await findSame(db, asked, now())
  if (before) return { batch: { id: batchId, jobs: before }, isNew: false }
  const prepared: NewJob[] = []
  for (const { id, ...body } of jobs) prepared.push(await prepareJob(context, memberId, id, body))
  const stored = await transact(db, async (transaction) => {
    const batch = { id: batchId, member_id: memberId, body_hash: asked.bodyHash, created_at: now() }
    const inserted = await transaction
      .insertInto('batches')
      .values(batch)
      .onConflict((conflict) => conflict.column('id').doNothing())
      .returning('id')
      .executeTakeFirst()
    if (!inserted) return null
    if (!(await storeJobs(transaction, context, { memberId, batchId }, prepared))) throw new AppError('job_conflict')
    return appendEvents(transaction, asked.ids, 'queued', now())
  })
  if (stored) {
    changes.ring()
    return { batch: { id: batchId, jobs: stored }, isNew: true }
  }
  const meanwhile = await findSame(db, asked, now())
  if (!meanwhile) throw new AppError('batch_conflict')
  return { batch: { id: batchId, jobs: meanwhile }, isNew: false }
}

interface Asked {
  memberId: string
  batchId: string
  bodyHash: string
  ids: string[]
}

/** The jobs of a batch, as ordered when it was submitted, if it was with the same body by the same member. */
async function findSame(db: Db, { memberId, batchId, bodyHash, ids }: Asked, now: string): Promise<Job[] | null> {
  const batch = await db.selectFrom('batches').selectAll().where('id', '=', batchId).executeTakeFirst()
  if (!batch) return null
  if (batch.member_id !== memberId || batch.body_hash !== bodyHash) throw new AppError('batch_conflict')
  const rows = await db.selectFrom('jobs').selectAll().where('batch_id', '=', batchId).execute()
  const jobs = new Map((await withPlaces(db, rows, now)).map((job) => [job.id, job]))
  return ids.flatMap((id) => jobs.get(id) ?? [])
}
