import { interruptedOutcome } from './failed-outcome.ts'
import { failJob } from './job-changes.ts'
import type { JobContext } from './job-context.ts'

/**
 * Picks up what an earlier process left unfinished; only for a start that has the data folder to itself. Every job gets a
 * new durable run: one may never have been started, and the lease of a killed process takes half a minute to end. Runs
 * that find their job taken leave it alone. A job that was sent, its answer lost, is not sent again.
 */
export async function recoverJobs(context: JobContext, start: (jobId: string) => Promise<void>): Promise<void> {
  const left = await context.db
    .updateTable('jobs')
    .set({ run_id: null })
    .where('state', 'in', ['queued', 'running'])
    .returning(['id', 'state', 'sent_at', 'received', 'engine_simulated', 'created_at'])
    .execute()
  const oldestFirst = left.toSorted((one, other) => one.created_at.localeCompare(other.created_at))
  for (const { id, sent_at, received, engine_simulated } of oldestFirst) {
    if (sent_at !== null && received === null) {
      await failJob(context, { jobId: id, runId: null }, interruptedOutcome(engine_simulated === 1))
      context.log.warn({ jobId: id }, 'job interrupted by an earlier stop')
    } else {
      await start(id)
    }
  }
}
