import { createHash } from 'node:crypto'
import { AppError } from '#domain/app-error.ts'
import type { ImageInfo } from '#domain/image.ts'
import type { PaidCall } from '../../image-store/arriving-pictures.ts'
import { describeError } from '../../log.ts'
import { addPartial } from '../job-changes.ts'
import type { JobContext } from '../job-context.ts'
import type { JobRow, Received } from '../job-row.ts'
import { compareAnswer } from './compare-answer.ts'
import { keepTrying } from './keep-trying.ts'
import type { PreparedCall } from './prepare-call.ts'

/** The one paid call of a job. Its pictures are kept when it returns. Throws AppError. */
export async function callEngine(context: JobContext, row: JobRow, prepared: PreparedCall): Promise<Received> {
  const { engine } = context
  let results = 0
  const answer = await engine.run({
    ...prepared,
    keep: (bytes, { partial = false } = {}) =>
      keep(context, row, bytes, partial ? undefined : context.arriving.pathOf(paidCall(row), results++)),
    onPartial: (_, image) => showPartial(context, row, image),
    safetyId: createHash('sha256').update(`framewright ${row.member_id}`).digest('hex'),
    signal: context.giveUp,
  })
  return compareAnswer(prepared.request, answer)
}

export const paidCall = ({ id, attempt }: JobRow): PaidCall => ({ jobId: id, attempt: Number(attempt) })

/** A picture that came whole is kept however long the database is away. */
async function keep(
  { images, log, giveUp }: JobContext,
  row: JobRow,
  bytes: AsyncIterable<Uint8Array>,
  arriving: string | undefined,
): Promise<ImageInfo> {
  try {
    const insist = (work: () => Promise<void>) => keepTrying(work, { log, giveUp, about: row.id })
    return await images.keep(row.member_id, bytes, arriving, arriving === undefined ? undefined : insist)
  } catch (error) {
    log.warn({ jobId: row.id, ...describeError(error) }, 'picture not kept')
    // That the store does not answer says “nothing was charged”, which is true of uploads alone.
    const isTold = error instanceof AppError && error.code !== 'storage_failed'
    throw isTold ? error : new AppError('picture_not_kept', { cause: error })
  }
}

/** A partial picture is a courtesy: when it cannot be shown, the job goes on. */
async function showPartial(context: JobContext, row: JobRow, image: ImageInfo): Promise<void> {
  try {
    await addPartial(context, row.id, image)
  } catch (error) {
    context.log.warn({ jobId: row.id, ...describeError(error) }, 'partial picture left out')
  }
}
