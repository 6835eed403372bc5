import { type Failure, type FailureDetails, failureSchema, makeFailure } from '#domain/failure.ts'
import { FAILURES } from '#domain/failures.ts'
import type { Job } from '#domain/job.ts'
import type { Db } from '../../database/tables.ts'
import { type ChangeContext, change, type TakenJob } from '../change.ts'
import { failJob } from '../end-job.ts'
import type { JobContext } from '../job-context.ts'
import type { JobRow } from '../job-row.ts'
import { readRow } from '../job-store.ts'
import { waitBeforeRetry } from './wait-before-retry.ts'

/** A job whose upstream has been refusing it for this long ends, unpaid. */
const PATIENCE_MS = 60 * 60_000

/** Back in line as if it had never had its turn. */
const IN_LINE = { state: 'queued', run_id: null, sent_at: null } as const

/**
 * Puts a job back in line whose call failed in a way that passes and cost nothing; it waits as long as the upstream asked
 * for. After an hour of that it ends with the failure. Null when the job is another run's.
 */
export async function putBackToWait(
  context: ChangeContext & Pick<JobContext, 'metrics' | 'log'>,
  taken: TakenJob,
  failure: Failure,
): Promise<Job | null> {
  const now = context.now()
  const row = await readRow(context.db, taken.jobId)
  const { tries, since } = refusals(row, now)
  if (Date.parse(now) - Date.parse(since) >= PATIENCE_MS)
    return failJob(context, taken, { failure, mayHaveBeenCharged: false })
  const ms = waitBeforeRetry(tries, askedSeconds(failure), Math.random())
  const until = new Date(Date.parse(now) + ms).toISOString()
  const waiting = makeFailure(failure.code, { ...failure.details, tries, since })
  return change(context, taken.jobId, 'queued', async (transaction) => {
    if (FAILURES[failure.code].waits === 'upstream') await hold(transaction, row.upstream, until)
    const back = await transaction
      .updateTable('jobs')
      .set({ ...IN_LINE, waiting: JSON.stringify(waiting), not_before: until })
      .where('id', '=', taken.jobId)
      .where('run_id', 'is not distinct from', taken.runId)
      .where('state', '=', 'running')
      .where('received', 'is', null)
      .returning('id')
      .executeTakeFirst()
    return back !== undefined
  })
}

/** How often, and since when, the upstream has refused a job, this time included; kept in what the job waits for. */
function refusals(row: JobRow, now: string): { tries: number; since: string } {
  const before: FailureDetails =
    row.waiting === null ? {} : (failureSchema.parse(JSON.parse(row.waiting)).details ?? {})
  return { tries: Number(before['tries'] ?? 0) + 1, since: String(before['since'] ?? now) }
}

function askedSeconds({ details }: Failure): number | null {
  const asked = details?.['retryAfterSeconds']
  return typeof asked === 'number' ? asked : null
}

/** Gives nobody a turn at an upstream before a time. */
async function hold(transaction: Db, name: string, until: string): Promise<void> {
  await transaction
    .updateTable('upstreams')
    .set({ hold_until: until })
    .where('name', '=', name)
    .where((upstream) => upstream.or([upstream('hold_until', 'is', null), upstream('hold_until', '<', until)]))
    .execute()
}

/** Puts a job back in line whose turn was not used: it was not sent. Null when it was, or when it is another run's. */
export async function putBackUnsent(context: ChangeContext, { jobId, runId }: TakenJob): Promise<Job | null> {
  return change(context, jobId, 'queued', async (transaction) => {
    const back = await transaction
      .updateTable('jobs')
      .set(IN_LINE)
      .where('id', '=', jobId)
      .where('run_id', 'is not distinct from', runId)
      .where('state', '=', 'running')
      .where('sent_at', 'is', null)
      .returning('id')
      .executeTakeFirst()
    return back !== undefined
  })
}
