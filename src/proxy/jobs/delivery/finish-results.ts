import { setTimeout as wait } from 'node:timers/promises'
import { toFailure } from '#domain/app-error.ts'
import { FAILURES } from '#domain/failures.ts'
import type { Result } from '#domain/job.ts'
import { withWholePicture } from '../../image-store/whole-picture.ts'
import { describeError } from '../../log.ts'
import type { JobContext } from '../job-context.ts'
import type { JobRow } from '../job-row.ts'
import { type Finishing, finishingOf } from './finishing-of.ts'

/** Pictures whose work failed or ended the process so often, as for want of memory, are delivered as they came. */
const MOST_TRIES = 5
/** Before the second try, and three times as long before each further one. */
const PAUSE_MS = 1_000
/** While the store is away, which counts as no try: at first, doubled up to the longest. */
const AWAY_MS = 250
const LONGEST_AWAY_MS = 30_000

export type FinishContext = Pick<JobContext, 'db' | 'images' | 'log' | 'giveUp'>

/**
 * What a job delivers of the pictures it received: of an edit these put into the original, of a cutout the subject alone.
 * Done again it gives the same, byte for byte. One that cannot be put together is delivered as it came. Null for a job
 * whose pictures need nothing.
 */
export async function finishResults(
  context: FinishContext,
  row: JobRow,
  received: readonly Result[],
): Promise<Result[] | null> {
  const finishing = finishingOf(row)
  if (!finishing) return null
  const { log, giveUp } = context
  for (let failed = 0, away = 0; ; ) {
    const attempt: Attempt = { tries: null }
    try {
      const finished: Result[] = []
      for (const result of received) finished.push(await finishOne(context, finishing, result, attempt))
      return finished
    } catch (error) {
      const isCounted = !giveUp.aborted && !isAway(error)
      if (!isCounted && attempt.tries !== null) await giveBackTry(context, row.id)
      if (giveUp.aborted || attempt.tries === null) throw error
      log.warn({ jobId: row.id, ...describeError(error) }, 'finishing a picture failed; trying again')
      const ms = isCounted ? PAUSE_MS * 3 ** failed++ : Math.min(AWAY_MS * 2 ** away++, LONGEST_AWAY_MS)
      await wait(ms, undefined, { signal: giveUp }).catch(() => undefined)
    }
  }
}

/** One walk over the pictures of a job; its try is begun with the first picture whose turn it is to be worked on. */
interface Attempt {
  tries: number | null
}

/** Counts in the database, so that it goes on counting after a crash. */
async function beginTry({ db }: FinishContext, jobId: string): Promise<number> {
  const { finish_tries } = await db
    .updateTable('jobs')
    .set((job) => ({ finish_tries: job('finish_tries', '+', 1) }))
    .where('id', '=', jobId)
    .returning('finish_tries')
    .executeTakeFirstOrThrow()
  return Number(finish_tries)
}

/** What ended before it could be done, or for want of the store, says nothing about the pictures. */
async function giveBackTry({ db }: FinishContext, jobId: string): Promise<void> {
  await db
    .updateTable('jobs')
    .set((job) => ({ finish_tries: job('finish_tries', '-', 1) }))
    .where('id', '=', jobId)
    .execute()
}

/** Throws only what may pass, in the last try only that the store is away. */
function finishOne(context: FinishContext, finishing: Finishing, result: Result, attempt: Attempt): Promise<Result> {
  const { images, giveUp, log } = context
  return withWholePicture(finishing.holds(result), async () => {
    giveUp.throwIfAborted()
    attempt.tries ??= await beginTry(context, finishing.jobId)
    if (attempt.tries > MOST_TRIES) return asItCame(result, finishing)
    try {
      return await finishing.finish(images, result)
    } catch (error) {
      const isLast = attempt.tries === MOST_TRIES
      if (giveUp.aborted || isAway(error) || (!isLast && mayPass(error))) throw error
      log.error({ jobId: finishing.jobId, ...describeError(error) }, 'a picture is delivered as it came')
      return asItCame(result, finishing)
    }
  })
}

const asItCame = (result: Result, { failed }: Finishing): Result => ({
  ...result,
  mismatches: [...result.mismatches, failed],
})

/** A store that is away comes back, however long that takes. */
const isAway = (error: unknown): boolean => toFailure(error).code === 'storage_failed'

/** What is wrong with a picture stays wrong; a disk, a bucket or a database that was away comes back. */
function mayPass(error: unknown): boolean {
  const { code } = toFailure(error)
  return code === 'internal' || FAILURES[code].retryable
}
