import type { Job } from '#domain/job.ts'
import type { TakenJob } from '../change.ts'
import { failJob, finishJob } from '../end-job.ts'
import type { JobContext } from '../job-context.ts'
import { putBackToWait } from '../line/put-back.ts'
import type { Outcome } from './outcome.ts'

/** Delivers what a call brought, puts its job back in line, or tells the failure. Null when the job is another run's. */
export async function endTurn(
  context: Pick<JobContext, 'db' | 'changes' | 'now' | 'metrics' | 'log'>,
  taken: TakenJob,
  outcome: Outcome,
): Promise<Job | null> {
  if (outcome.kind === 'received') return finishJob(context, taken)
  if (outcome.kind === 'passing') return putBackToWait(context, taken, outcome.failure)
  if (outcome.kind !== 'failed') return null
  // A call this process knew nothing of may have brought its pictures meanwhile.
  return (await failJob(context, taken, outcome)) ?? finishJob(context, taken)
}
