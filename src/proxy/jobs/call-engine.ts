import { createHash } from 'node:crypto'
import { AppError } from '#domain/app-error.ts'
import { describeError } from '../log.ts'
import { inspectImage } from '../pixels/inspect-image.ts'
import { addPartial } from './job-changes.ts'
import type { JobContext } from './job-context.ts'
import { type JobRow, type Received, toRequest } from './job-row.ts'
import { storeAnswer } from './store-answer.ts'

/** The one paid call of a job. Its pictures are kept when it returns. Throws AppError. */
export async function callEngine(context: JobContext, row: JobRow): Promise<Received> {
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
