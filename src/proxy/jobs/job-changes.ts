import type { JobEvent } from '#contract/http-wire.ts'
import type { Failure } from '#domain/failure.ts'
import type { ImageInfo } from '#domain/image.ts'
import type { Job } from '#domain/job.ts'
import { findModel } from '#domain/models.ts'
import { charge } from '#domain/pricing.ts'
import type { Db } from '../database/tables.ts'
import { release } from '../ledger/release.ts'
import { settle } from '../ledger/settle.ts'
import type { JobContext } from './job-context.ts'
import { appendEvent } from './job-events.ts'
import { type JobRow, type Received, toJob, toReceived, toRequest } from './job-row.ts'
import { readRow } from './job-store.ts'

/** Every way a job changes. Each is one transaction: the row, the money and the event, or nothing. */
type Context = Pick<JobContext, 'db' | 'changes' | 'now'>
type EndContext = Context & Pick<JobContext, 'metrics'>

/** A job and the durable run that must still have it for a change to happen; null when no run may have it. */
export interface TakenJob {
  jobId: string
  runId: string | null
}

/** Null when `update` found the job in another state than it needs and left it alone. */
async function change(
  { db, changes, now }: Context,
  jobId: string,
  type: JobEvent['type'],
  update: (transaction: Db) => Promise<boolean>,
): Promise<Job | null> {
  const changed = await db.transaction().execute(async (transaction) => {
    return (await update(transaction)) ? appendEvent(transaction, jobId, type, now()) : null
  })
  if (changed) changes.ring()
  return changed
}

/** Gives a job to a durable run. False when it has ended or another run works on it. */
export async function claimJob(context: Context, jobId: string, runId: string): Promise<boolean> {
  const claimed = await context.db
    .updateTable('jobs')
    .set({ run_id: runId })
    .where('id', '=', jobId)
    .where('state', 'in', ['queued', 'running'])
    .where((row) => row.or([row('run_id', 'is', null), row('run_id', '=', runId)]))
    .returning('id')
    .executeTakeFirst()
  if (!claimed) return false
  await change(context, jobId, 'running', async (transaction) => {
    const started = await transaction
      .updateTable('jobs')
      .set({ state: 'running', started_at: context.now() })
      .where('id', '=', jobId)
      .where('state', '=', 'queued')
      .returning('id')
      .executeTakeFirst()
    return started !== undefined
  })
  return true
}

/** Records the moment before the paid call, and who is asked. True once in the life of a job. */
export async function markSent(
  { db, now, engine }: Pick<JobContext, 'db' | 'now' | 'engine'>,
  { jobId, runId }: TakenJob,
): Promise<boolean> {
  const marked = await db
    .updateTable('jobs')
    .set({ sent_at: now(), engine_name: engine.name, engine_simulated: engine.simulated ? 1 : 0 })
    .where('id', '=', jobId)
    .where('run_id', 'is not distinct from', runId)
    .where('state', '=', 'running')
    .where('sent_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  return marked !== undefined
}

/** Shows a picture of the unfinished work. */
export async function addPartial(context: Context, jobId: string, image: ImageInfo): Promise<void> {
  await change(context, jobId, 'partial', async (transaction) => {
    const { partials } = toJob(await readRow(transaction, jobId), null)
    const added = await transaction
      .updateTable('jobs')
      .set({ partials: JSON.stringify([...partials, image]) })
      .where('id', '=', jobId)
      .where('state', '=', 'running')
      .returning('id')
      .executeTakeFirst()
    return added !== undefined
  })
}

/** Records what the engine answered, once its pictures are on disk. */
export async function recordReceived({ db }: Context, jobId: string, received: Received): Promise<void> {
  await db
    .updateTable('jobs')
    .set({ received: JSON.stringify(received) })
    .where('id', '=', jobId)
    .execute()
}

/**
 * Delivers the pictures and settles the price from the usage; without one, the estimate is what it cost. A job that was
 * given up as interrupted is delivered too when its pictures arrive after all. Null when the job is another run's.
 */
export async function finishJob(context: EndContext, { jobId, runId }: TakenJob): Promise<Job | null> {
  const now = context.now()
  const done = await change(context, jobId, 'done', async (transaction) => {
    const row = await readRow(transaction, jobId)
    if (row.run_id !== runId || !isOpen(row)) return false
    const received = toReceived(row)
    if (!received) throw new Error(`Job ${jobId} has no answer to deliver`)
    const charged = received.usage ? charge(findModel(toRequest(row).model), received.usage) : Number(row.reserved)
    const done = await transaction
      .updateTable('jobs')
      .set({
        state: 'done',
        results: JSON.stringify(received.results),
        charged,
        failure: null,
        may_have_been_charged: 0,
        ended_at: now,
      })
      .where('id', '=', jobId)
      .where('run_id', 'is not distinct from', runId)
      .where('state', '=', row.state)
      .returning('id')
      .executeTakeFirst()
    if (!done) return false
    await settle(transaction, { memberId: row.member_id, jobId, now }, charged)
    return true
  })
  if (done) {
    const { reserved, charged } = done.price
    context.metrics.delivered({ images: done.results.length, reserved, charged: charged ?? reserved })
  }
  return done
}

/**
 * Ends a job without a picture. What may have been charged stays reserved; the rest goes back to the budget. Null when
 * the job is another run's.
 */
export async function failJob(
  context: EndContext,
  { jobId, runId }: TakenJob,
  { failure, mayHaveBeenCharged }: { failure: Failure; mayHaveBeenCharged: boolean },
): Promise<Job | null> {
  const now = context.now()
  const ended = await change(context, jobId, 'failed', async (transaction) => {
    const failed = await transaction
      .updateTable('jobs')
      .set({
        state: 'failed',
        failure: JSON.stringify(failure),
        may_have_been_charged: mayHaveBeenCharged ? 1 : 0,
        ended_at: now,
      })
      .where('id', '=', jobId)
      .where('run_id', 'is not distinct from', runId)
      .where('state', '=', 'running')
      .returning('member_id')
      .executeTakeFirst()
    if (!failed) return false
    if (!mayHaveBeenCharged) await release(transaction, { memberId: failed.member_id, jobId, now })
    return true
  })
  if (ended) context.metrics.refused('job', failure.code)
  return ended
}

/** A job given up as interrupted still holds its price and can be delivered. */
function isOpen(row: JobRow): boolean {
  if (row.state === 'running') return true
  return row.may_have_been_charged === 1 && toJob(row, null).failure?.code === 'interrupted'
}

/** Ends a job that was not sent yet and gives its price back. Null when it was sent or has ended. */
export async function withdrawJob(context: Context, jobId: string): Promise<Job | null> {
  const now = context.now()
  return change(context, jobId, 'cancelled', async (transaction) => {
    const withdrawn = await transaction
      .updateTable('jobs')
      .set({ state: 'cancelled', ended_at: now })
      .where('id', '=', jobId)
      .where('state', 'in', ['queued', 'running'])
      .where('sent_at', 'is', null)
      .returning('member_id')
      .executeTakeFirst()
    if (!withdrawn) return false
    await release(transaction, { memberId: withdrawn.member_id, jobId, now })
    return true
  })
}
