import { hasEnded } from '#domain/job.ts'
import { describeError } from '../log.ts'
import { callEngine } from './call-engine.ts'
import { failedOutcome, interruptedOutcome } from './failed-outcome.ts'
import { markSent, recordReceived, type TakenJob } from './job-changes.ts'
import type { JobContext } from './job-context.ts'
import type { JobRow } from './job-row.ts'
import { readRow } from './job-store.ts'
import type { Outcome } from './outcome.ts'

/**
 * Asks the engine for a job's pictures and keeps them, at most once in the life of the job. When a process died after it
 * had sent the request and before the answer was kept, nothing is sent again. A run that starts over while its call is
 * under way here, as after a pause longer than its lease, waits for that call.
 */
export async function callEngineOnce(context: JobContext, taken: TakenJob): Promise<Outcome> {
  const row = await readRow(context.db, taken.jobId)
  if (row.run_id !== taken.runId) return { kind: 'taken' }
  const underWay = context.underWay.get(taken.jobId)
  if (underWay) return underWay
  const call = callUnlessSent(context, taken, row)
  context.underWay.set(taken.jobId, call)
  call.catch(() => context.underWay.delete(taken.jobId))
  return call
}

async function callUnlessSent(context: JobContext, taken: TakenJob, row: JobRow): Promise<Outcome> {
  const interrupted = interruptedOutcome(row.engine_simulated === 1)
  if (row.received !== null) return { kind: 'received' }
  if (!(await markSent(context, taken))) {
    return hasEnded(await readRow(context.db, row.id)) ? { kind: 'withdrawn' } : interrupted
  }
  const { simulated } = context.engine
  try {
    const start = performance.now()
    const received = await callEngine(context, row)
    context.metrics.answered({ model: row.model, quality: row.quality, seconds: (performance.now() - start) / 1000 })
    await recordReceived(context, row.id, received)
    return { kind: 'received' }
  } catch (error) {
    context.log.warn({ jobId: row.id, ...describeError(error) }, 'job failed')
    return context.giveUp.aborted ? interruptedOutcome(simulated) : failedOutcome(error, simulated)
  }
}
