import type { ImageInfo } from '#domain/image.ts'
import { transact } from '../database/transact.ts'
import { type ChangeContext, change, type TakenJob } from './change.ts'
import { finishingOf } from './delivery/finishing-of.ts'
import type { JobContext } from './job-context.ts'
import { noteImages } from './job-images.ts'
import { type JobRow, type Received, toJob } from './job-row.ts'
import { holdRow } from './job-store.ts'
import type { Turn } from './line/turn.ts'

/** Gives a job that has its turn to a durable run. False when the turn is over or another run works on it. */
export async function claimJob(
  { db }: Pick<JobContext, 'db'>,
  { jobId, attempt }: Turn,
  runId: string,
): Promise<boolean> {
  const claimed = await db
    .updateTable('jobs')
    .set({ run_id: runId })
    .where('id', '=', jobId)
    .where('state', '=', 'running')
    .where('attempt', '=', attempt)
    .where((row) => row.or([row('run_id', 'is', null), row('run_id', '=', runId)]))
    .returning('id')
    .executeTakeFirst()
  return claimed !== undefined
}

/**
 * Records the moment before the paid call, and who is asked. True for one mark in a turn, and for that one again: the
 * answer of the database can be lost after it has recorded it.
 * @param mark one of its own for each call that is about to be made
 */
export async function markSent(
  { db, now, engine }: Pick<JobContext, 'db' | 'now' | 'engine'>,
  { jobId, runId }: TakenJob,
  mark: string,
): Promise<boolean> {
  const marked = await db
    .updateTable('jobs')
    .set({ sent_at: now(), sent_mark: mark, engine_name: engine.name, engine_simulated: engine.simulated ? 1 : 0 })
    .where('id', '=', jobId)
    .where('run_id', 'is not distinct from', runId)
    .where('state', '=', 'running')
    .where((row) => row.or([row('sent_at', 'is', null), row('sent_mark', '=', mark)]))
    .returning('id')
    .executeTakeFirst()
  return marked !== undefined
}

/** Shows a picture of the unfinished work. */
export async function addPartial(context: ChangeContext, jobId: string, image: ImageInfo): Promise<void> {
  await change(context, jobId, 'partial', async (transaction) => {
    const row = await holdRow(transaction, jobId)
    if (row.state !== 'running') return false
    const partials = JSON.stringify([...toJob(row, null).partials, image])
    await transaction.updateTable('jobs').set({ partials }).where('id', '=', jobId).execute()
    await noteImages(transaction, jobId, 'partial', [image.id])
    return true
  })
}

/** Records what the engine answered, once its pictures are kept. */
export async function recordReceived(
  { db }: Pick<JobContext, 'db'>,
  row: Pick<JobRow, 'id' | 'member_id' | 'brief' | 'request'>,
  received: Received,
): Promise<void> {
  const ids = received.results.map(({ image }) => image.id)
  await transact(db, async (transaction) => {
    await transaction
      .updateTable('jobs')
      .set({ received: JSON.stringify(received) })
      .where('id', '=', row.id)
      .execute()
    await noteImages(transaction, row.id, finishingOf(row) ? 'raw' : 'result', ids)
  })
}
