import type { Job } from '#domain/job.ts'
import type { TakenJob } from '../change.ts'
import { type DeliverContext, deliverJob } from '../delivery/deliver-job.ts'
import { failJob } from '../end-job.ts'
import { putBackToWait } from '../line/put-back.ts'
import type { Outcome } from './outcome.ts'

/** Delivers what a call brought, puts its job back in line, or tells the failure. Null when the job is another run's. */
export async function endTurn(context: DeliverContext, taken: TakenJob, outcome: Outcome): Promise<Job | null> {
  if (outcome.kind === 'received') return deliverJob(context, taken)
  if (outcome.kind === 'passing') return putBackToWait(context, taken, outcome.failure)
  if (outcome.kind !== 'failed') return null
  // A call this process knew nothing of may have brought its pictures meanwhile.
  return (await failJob(context, taken, outcome)) ?? deliverJob(context, taken)
}
