import { randomUUID } from 'node:crypto'
import type { Failure } from '#domain/failure.ts'
import { FAILURES } from '#domain/failures.ts'
import { hasEnded } from '#domain/job.ts'
import { describeError } from '../../log.ts'
import type { TakenJob } from '../change.ts'
import { deliverJob } from '../delivery/deliver-job.ts'
import { freeGivenUp } from '../free-given-up.ts'
import { markSent, recordReceived } from '../job-changes.ts'
import type { JobContext } from '../job-context.ts'
import type { JobRow, Received } from '../job-row.ts'
import { readRow } from '../job-store.ts'
import { callEngine, paidCall } from './call-engine.ts'
import { failedOutcome, interruptedOutcome } from './failed-outcome.ts'
import { keepTrying } from './keep-trying.ts'
import type { Outcome } from './outcome.ts'
import { prepareCall } from './prepare-call.ts'

/** A job in the hands of a durable run. */
type Mine = TakenJob & { runId: string }

/**
 * Asks the engine for a job's pictures and keeps them, at most once in a turn of the job. When a process died after it
 * had sent the request and before the answer was kept, nothing is sent again. A run that starts over while its call is
 * under way here, as after a pause longer than its lease, waits for that call.
 */
export async function callEngineOnce(context: JobContext, taken: Mine): Promise<Outcome> {
  const row = await readRow(context.db, taken.jobId)
  if (row.run_id !== taken.runId) return { kind: 'taken' }
  const underWay = context.underWay.get(taken.runId)
  if (underWay) return underWay
  const call = callUnlessSent(context, taken, row)
  context.underWay.set(taken.runId, call)
  call.catch(() => context.underWay.delete(taken.runId))
  return call
}

async function callUnlessSent(context: JobContext, taken: Mine, row: JobRow): Promise<Outcome> {
  if (row.received !== null) return { kind: 'received' }
  if (row.sent_at !== null) return outcomeOfOther(row, taken)
  // Before the mark, since it takes a while; what goes wrong is told after it, when the job is this process's alone.
  const [prepared] = await Promise.allSettled([prepareCall(context, row)])
  if (!(await markOnce(context, taken))) return outcomeOfOther(await readRow(context.db, row.id), taken)
  const { simulated } = context.engine
  try {
    const start = performance.now()
    if (prepared.status === 'rejected') throw prepared.reason
    const received = await callEngine(context, row, prepared.value)
    context.metrics.answered({ model: row.model, quality: row.quality, seconds: (performance.now() - start) / 1000 })
    await keepAnswer(context, taken, row, received)
    await context.arriving.clear(paidCall(row)).catch((error: unknown) => {
      context.log.warn({ jobId: row.id, ...describeError(error) }, 'files of recorded pictures not cleared')
    })
    return { kind: 'received' }
  } catch (error) {
    context.log.warn({ jobId: row.id, ...describeError(error) }, 'call failed')
    const failed = context.giveUp.aborted ? interruptedOutcome(simulated) : failedOutcome(error, simulated)
    if (failed.mayHaveBeenCharged) return failed
    await tellFree(context, taken, failed.failure)
    const passes = FAILURES[failed.failure.code].waits !== null
    return passes ? { kind: 'passing', failure: failed.failure } : failed
  }
}

/**
 * Whether the call may be made. A connection that broke meanwhile may have marked the job or not: only this process knows
 * that it has sent nothing yet, so it asks until it is answered.
 */
async function markOnce(context: JobContext, taken: Mine): Promise<boolean> {
  const { log, giveUp } = context
  const mark = randomUUID()
  let isMine = false
  const markIt = async (): Promise<void> => {
    isMine = await markSent(context, taken, mark)
  }
  await keepTrying(markIt, { log, giveUp, about: taken.jobId })
  return isMine
}

/** A job of this run that was sent before; or one that was cancelled, put back, or given to another run. */
function outcomeOfOther(row: JobRow, { runId }: Mine): Outcome {
  const sentBefore = row.state === 'running' && row.run_id === runId && row.sent_at !== null
  return sentBefore ? interruptedOutcome(row.engine_simulated === 1) : { kind: 'taken' }
}

/** Pictures that were paid for are recorded however long the database is away. */
async function keepAnswer(context: JobContext, taken: Mine, row: JobRow, received: Received): Promise<void> {
  const { log, giveUp } = context
  let isGivenUp = false
  const record = async (): Promise<void> => {
    await recordReceived(context, row, received)
    isGivenUp = hasEnded(await readRow(context.db, taken.jobId))
  }
  await keepTrying(record, { log, giveUp, about: taken.jobId })
  // Another process took over the lease and gave the job up: nobody else would deliver the pictures.
  if (isGivenUp) await deliverJob(context, taken)
}

/** Another process may have taken over the lease and given the job up as one that may have been charged. */
async function tellFree(context: JobContext, taken: Mine, failure: Failure): Promise<void> {
  const { log, giveUp } = context
  const free = async (): Promise<void> => void (await freeGivenUp(context, taken, failure))
  await keepTrying(free, { log, giveUp, about: taken.jobId }).catch((error: unknown) => {
    log.warn({ jobId: taken.jobId, ...describeError(error) }, 'a failure that cost nothing not recorded')
  })
}
