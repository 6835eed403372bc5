import { describeError } from '../../log.ts'
import { deliverJob } from '../delivery/deliver-job.ts'
import { finishingOf } from '../delivery/finishing-of.ts'
import { failJob } from '../end-job.ts'
import type { JobContext } from '../job-context.ts'
import type { JobRow } from '../job-row.ts'
import { putBackUnsent } from '../line/put-back.ts'
import { interruptedOutcome } from './failed-outcome.ts'

/**
 * Ends what an earlier process left in the middle; only for a start that has the database to itself, and before any turn
 * is given. What was not sent goes back in line, pictures that had arrived are delivered, and a job whose answer was lost
 * is not sent again. The durable runs of the earlier process find that their turns are over. Pictures that are put together
 * first take their time: `delivered` resolves when the last one is, and never rejects.
 */
export async function recoverJobs(context: JobContext): Promise<{ delivered: Promise<void> }> {
  const left = await context.db.selectFrom('jobs').selectAll().where('state', '=', 'running').execute()
  const toFinish = left.filter((row) => row.received !== null && finishingOf(row) !== null)
  await recoverEach(
    context,
    left.filter((row) => !toFinish.includes(row)),
  )
  return { delivered: recoverEach(context, toFinish) }
}

async function recoverEach(context: JobContext, rows: readonly JobRow[]): Promise<void> {
  for (const row of rows) {
    try {
      await recover(context, row)
    } catch (error) {
      context.log.error({ jobId: row.id, ...describeError(error) }, 'a job an earlier process left was not ended')
    }
  }
}

type Left = Pick<JobRow, 'id' | 'run_id' | 'sent_at' | 'received' | 'engine_simulated'>

async function recover(context: JobContext, { id, run_id, sent_at, received, engine_simulated }: Left): Promise<void> {
  const taken = { jobId: id, runId: run_id }
  if (received !== null) await deliverJob(context, taken)
  else if (sent_at === null) await putBackUnsent(context, taken)
  else {
    await failJob(context, taken, interruptedOutcome(engine_simulated === 1))
    context.log.warn({ jobId: id }, 'job interrupted by an earlier stop')
  }
}
