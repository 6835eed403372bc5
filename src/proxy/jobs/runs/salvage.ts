import { createReadStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import { AppError } from '#domain/app-error.ts'
import type { ImageInfo } from '#domain/image.ts'
import type { PaidCall } from '../../image-store/arriving-pictures.ts'
import { describeError } from '../../log.ts'
import { deliverJob } from '../delivery/deliver-job.ts'
import { recordReceived } from '../job-changes.ts'
import type { JobContext } from '../job-context.ts'
import { type JobRow, toRequest } from '../job-row.ts'
import { compareAnswer } from './compare-answer.ts'

/**
 * Delivers the pictures that arrived whole in a process that died before it had recorded them, also of jobs that were
 * given up meanwhile; for a start, before there is other work. What is broken, or delivered, is removed; a call that
 * cannot be looked at now is left for the next start.
 */
export async function salvagePictures(context: JobContext): Promise<void> {
  const { arriving, log } = context
  await arriving.eachLeft(async (call, files) => {
    try {
      await salvageCall(context, call, files)
      for (const file of files) await rm(file, { force: true })
    } catch (error) {
      log.error({ jobId: call.jobId, ...describeError(error) }, 'pictures left by an earlier process not delivered')
    }
  })
}

async function salvageCall(context: JobContext, { jobId, attempt }: PaidCall, files: string[]): Promise<void> {
  const row = await context.db.selectFrom('jobs').selectAll().where('id', '=', jobId).executeTakeFirst()
  if (!row || row.sent_at === null || Number(row.attempt) !== attempt || row.state === 'done') return
  if (row.received === null) {
    const images = await keepWhole(context, row, files)
    if (images.length === 0) return
    // The usage came after the pictures.
    const received = compareAnswer(toRequest(row), { images, usage: null, reported: {}, requestId: null })
    await recordReceived(context, row, received)
  }
  const delivered = await deliverJob(context, { jobId, runId: row.run_id })
  if (delivered) context.log.info({ jobId }, 'pictures left by an earlier process delivered')
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
