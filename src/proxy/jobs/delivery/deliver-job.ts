import type { Job, Result } from '#domain/job.ts'
import { transact } from '../../database/transact.ts'
import type { TakenJob } from '../change.ts'
import { type EndContext, finishJob, isOpen } from '../end-job.ts'
import type { JobContext } from '../job-context.ts'
import { noteImages } from '../job-images.ts'
import { type JobRow, toFinished, toReceived } from '../job-row.ts'
import { readRow } from '../job-store.ts'
import { type FinishContext, finishResults } from './finish-results.ts'

export type DeliverContext = EndContext & FinishContext & Pick<JobContext, 'finishing'>

/**
 * Finishes the pictures a job received, records that, delivers them and settles the price. It can be done again from any
 * point on, by any process. Null when the job is another run's or has no pictures to deliver.
 */
export async function deliverJob(context: DeliverContext, taken: TakenJob): Promise<Job | null> {
  const row = await readRow(context.db, taken.jobId)
  const received = toReceived(row)
  if (row.run_id !== taken.runId || !isOpen(row) || !received) return null
  if (!toFinished(row)) await finishOnce(context, row, received.results)
  return finishJob(context, taken)
}

/** Who comes while a job's pictures are being worked on here waits for that. */
function finishOnce(context: DeliverContext, row: JobRow, received: readonly Result[]): Promise<void> {
  const { finishing } = context
  const before = finishing.get(row.id)
  if (before) return before
  const work = finishAndRecord(context, row, received).finally(() => finishing.delete(row.id))
  finishing.set(row.id, work)
  return work
}

async function finishAndRecord(context: DeliverContext, row: JobRow, received: readonly Result[]): Promise<void> {
  const finished = await finishResults(context, row, received)
  if (!finished) return
  await transact(context.db, async (transaction) => {
    const results = JSON.stringify(finished)
    await transaction.updateTable('jobs').set({ finished: results }).where('id', '=', row.id).execute()
    const ids = finished.map(({ image }) => image.id)
    await noteImages(transaction, row.id, 'result', ids)
  })
}
