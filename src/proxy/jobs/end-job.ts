import type { Failure } from '#domain/failure.ts'
import type { Job } from '#domain/job.ts'
import { findModel } from '#domain/models.ts'
import type { MicroDollars } from '#domain/money.ts'
import { charge } from '#domain/pricing.ts'
import { release } from '../ledger/release.ts'
import { settle } from '../ledger/settle.ts'
import { differsNotably } from '../metrics/differs-notably.ts'
import { type ChangeContext, change, type TakenJob } from './change.ts'
import type { JobContext } from './job-context.ts'
import { type JobRow, type Received, toFinished, toReceived, toRequest } from './job-row.ts'
import { holdRow } from './job-store.ts'

export type EndContext = ChangeContext & Pick<JobContext, 'metrics' | 'log'>

/**
 * Delivers the pictures, finished where they were to be, and settles the price from the usage; without one, the estimate is what it cost. A job that was
 * given up after it was sent is delivered too when its pictures arrive after all; once its price was decided on, that
 * stays. Null when the job is another run's or has no pictures to deliver.
 */
export async function finishJob(context: EndContext, { jobId, runId }: TakenJob): Promise<Job | null> {
  const now = context.now()
  const done = await change(context, jobId, 'done', async (transaction) => {
    const row = await holdRow(transaction, jobId)
    const received = toReceived(row)
    if (row.run_id !== runId || !isOpen(row) || !received) return false
    const isHeld = row.state === 'running' || row.may_have_been_charged === 1
    const charged = isHeld ? priceOf(row, received) : Number(row.charged ?? 0)
    await transaction
      .updateTable('jobs')
      .set({
        state: 'done',
        results: JSON.stringify(toFinished(row) ?? received.results),
        charged,
        failure: null,
        may_have_been_charged: 0,
        ended_at: now,
      })
      .where('id', '=', jobId)
      .execute()
    if (isHeld) await settle(transaction, { memberId: row.member_id, jobId, now }, charged)
    return true
  })
  if (done) noteDelivery(context, done)
  return done
}

const priceOf = (row: JobRow, { usage }: Received): MicroDollars =>
  usage ? charge(findModel(toRequest(row).model), usage) : Number(row.reserved)

function noteDelivery({ log, metrics }: EndContext, { id, price, results }: Job): void {
  const { reserved } = price
  const charged = price.charged ?? reserved
  const isNotable = differsNotably({ ...price, charged })
  metrics.delivered({ images: results.length, isNotable })
  if (isNotable) log.warn({ jobId: id, reserved, charged }, 'charged otherwise than estimated')
}

/**
 * Ends a job without a picture. What may have been charged stays reserved; the rest goes back to the budget. Null when
 * the job is another run's or its pictures have come.
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
      .where('received', 'is', null)
      .returning('member_id')
      .executeTakeFirst()
    if (!failed) return false
    if (!mayHaveBeenCharged) await release(transaction, { memberId: failed.member_id, jobId, now })
    return true
  })
  if (ended) context.metrics.refused('job', failure.code)
  return ended
}

/** Nobody has its pictures yet. */
export const isOpen = ({ state, sent_at }: JobRow): boolean =>
  state === 'running' || (state === 'failed' && sent_at !== null)

/** Ends a job that was not sent yet and gives its price back. Null when it was sent or has ended. */
export async function withdrawJob(context: ChangeContext, jobId: string): Promise<Job | null> {
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
