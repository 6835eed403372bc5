import { createReadStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import { AppError } from '#domain/app-error.ts'
import type { ImageInfo } from '#domain/image.ts'
import type { PaidCall } from '../../image-store/arriving-pictures.ts'
import { describeError } from '../../log.ts'
import { deliverJob } from '../delivery/deliver-job.ts'
import { finishingOf } from '../delivery/finishing-of.ts'
import { recordReceived } from '../job-changes.ts'
import type { JobContext } from '../job-context.ts'
import { type JobRow, toRequest } from '../job-row.ts'
import { compareAnswer } from './compare-answer.ts'

/**
 * Delivers the pictures that arrived whole in a process that died before it had recorded them, also of jobs that were
 * given up meanwhile; for a start, before there is other work. What is broken, or delivered, is removed; a call that
 * cannot be looked at now is left for the next start. All are recorded first; pictures that are put together take their
 * time: `delivered` resolves when the last one is, and never rejects.
 */
export async function salvagePictures(context: JobContext): Promise<{ delivered: Promise<void> }> {
  const toFinish: Left[] = []
  await context.arriving.eachLeft((call, files) =>
    eachTold(context, { call, files }, async (left) => {
      const row = await recordLeft(context, left)
      if (row && finishingOf(row)) toFinish.push(left)
      else await deliverLeft(context, left, row)
    }),
  )
  return { delivered: deliverEach(context, toFinish) }
}

interface Left {
  call: PaidCall
  files: string[]
}

async function deliverEach(context: JobContext, all: readonly Left[]): Promise<void> {
  for (const each of all)
    await eachTold(context, each, async (left) => deliverLeft(context, left, await recordLeft(context, left)))
}

async function eachTold({ log }: JobContext, left: Left, work: (left: Left) => Promise<void>): Promise<void> {
  try {
    await work(left)
  } catch (error) {
    const { jobId } = left.call
    log.error({ jobId, ...describeError(error) }, 'pictures left by an earlier process not delivered')
  }
}

async function deliverLeft(context: JobContext, { call: { jobId }, files }: Left, row: JobRow | null): Promise<void> {
  const delivered = row && (await deliverJob(context, { jobId, runId: row.run_id }))
  if (delivered) context.log.info({ jobId }, 'pictures left by an earlier process delivered')
  for (const file of files) await rm(file, { force: true })
}

/** Null where nothing is left to deliver. */
async function recordLeft(context: JobContext, { call: { jobId, attempt }, files }: Left): Promise<JobRow | null> {
  const row = await context.db.selectFrom('jobs').selectAll().where('id', '=', jobId).executeTakeFirst()
  if (!row || row.sent_at === null || Number(row.attempt) !== attempt || row.state === 'done') return null
  if (row.received === null) {
    const images = await keepWhole(context, row, files)
    if (images.length === 0) return null
    // The usage came after the pictures.
    const received = compareAnswer(toRequest(row), { images, usage: null, reported: {}, requestId: null })
    await recordReceived(context, row, received)
  }
  return row
}

async function keepWhole({ images }: JobContext, row: JobRow, files: string[]): Promise<ImageInfo[]> {
  const whole: ImageInfo[] = []
  for (const file of files) {
    try {
      whole.push(await images.keep(row.member_id, createReadStream(file)))
    } catch (error) {
      if (!(error instanceof AppError && error.code.startsWith('image_'))) throw error
    }
  }
  return whole
}
