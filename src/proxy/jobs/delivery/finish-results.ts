import { setTimeout as wait } from 'node:timers/promises'
import { toFailure } from '#domain/app-error.ts'
import { FAILURES } from '#domain/failures.ts'
import type { Result } from '#domain/job.ts'
import { describeError } from '../../log.ts'
import type { JobContext } from '../job-context.ts'
import type { JobRow } from '../job-row.ts'
import { type Finishing, finishingOf } from './finishing-of.ts'

/** Pictures whose work failed or ended the process so often, as for want of memory, are delivered as they came. */
const MOST_TRIES = 5
/** Before the second try, and three times as long before each further one: a bucket may be away for half a minute. */
const PAUSE_MS = 1_000

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
  for (let tries = await beginTry(context, row.id); tries <= MOST_TRIES; tries = await beginTry(context, row.id)) {
    try {
      const finished: Result[] = []
      for (const result of received) finished.push(await finishOne(context, finishing, result, tries === MOST_TRIES))
      return finished
    } catch (error) {
      if (giveUp.aborted) throw error
      log.warn({ jobId: row.id, ...describeError(error) }, 'finishing a picture failed; trying again')
      await wait(PAUSE_MS * 3 ** (tries - 1), undefined, { signal: giveUp }).catch(() => undefined)
    }
  }
  return received.map((result) => asItCame(result, finishing))
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

/** Throws only what may pass, and nothing in the last try. */
async function finishOne(
  context: FinishContext,
  finishing: Finishing,
  result: Result,
  isLast: boolean,
): Promise<Result> {
  try {
    return await finishing.finish(context.images, result)
  } catch (error) {
    if (context.giveUp.aborted || (!isLast && mayPass(error))) throw error
    context.log.error({ jobId: finishing.jobId, ...describeError(error) }, 'a picture is delivered as it came')
    return asItCame(result, finishing)
  }
}

const asItCame = (result: Result, { failed }: Finishing): Result => ({
  ...result,
  mismatches: [...result.mismatches, failed],
})

/** What is wrong with a picture stays wrong; a disk, a bucket or a database that was away comes back. */
function mayPass(error: unknown): boolean {
  const { code } = toFailure(error)
  return code === 'internal' || FAILURES[code].retryable
}
