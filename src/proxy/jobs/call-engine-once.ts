import { createHash } from 'node:crypto'
import { AppError } from '#domain/app-error.ts'
import { hasEnded } from '#domain/job.ts'
import { describeError } from '../log.ts'
import { inspectImage } from '../pixels/inspect-image.ts'
import { failedOutcome, interruptedOutcome } from './failed-outcome.ts'
import { addPartial, markSent, recordReceived, type TakenJob } from './job-changes.ts'
import type { JobContext } from './job-context.ts'
import { type JobRow, toRequest } from './job-row.ts'
import { readRow } from './job-store.ts'
import type { Outcome } from './outcome.ts'
import { storeAnswer } from './store-answer.ts'

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
    await recordReceived(context, row.id, await callEngine(context, row))
    return { kind: 'received' }
  } catch (error) {
    context.log.warn({ jobId: row.id, ...describeError(error) }, 'job failed')
    return context.giveUp.aborted ? interruptedOutcome(simulated) : failedOutcome(error, simulated)
  }
}

async function callEngine(context: JobContext, row: JobRow) {
  const { images, engine } = context
  const request = toRequest(row)
  const answer = await engine.run({
    request,
    readImage: async (id) => (await images.read(row.member_id, id)).bytes,
    onPartial: (_, bytes) => showPartial(context, row, bytes),
    safetyId: createHash('sha256').update(`framewright ${row.member_id}`).digest('hex'),
    signal: context.giveUp,
  })
  return storeAnswer(images, row.member_id, request, answer)
}

/** A partial picture is a courtesy: when it cannot be shown, the job goes on. */
async function showPartial(context: JobContext, row: JobRow, bytes: Uint8Array): Promise<void> {
  try {
    const image = await context.images.keep(row.member_id, bytes, await resultInfo(bytes))
    await addPartial(context, row.id, image)
  } catch (error) {
    context.log.warn({ jobId: row.id, ...describeError(error) }, 'partial picture left out')
  }
}

async function resultInfo(bytes: Uint8Array) {
  const { width, height, format } = await inspectImage(bytes)
  if (format === 'gif') throw new AppError('image_unreadable')
  return { width, height, format }
}
