import type { ExpressionBuilder } from 'kysely'
import { type Failure, type FailureDetails, failureSchema, makeFailure } from '#domain/failure.ts'
import { FAILURES } from '#domain/failures.ts'
import type { Job } from '#domain/job.ts'
import type { Db, Tables } from '../../database/tables.ts'
import { release } from '../../ledger/release.ts'
import { type ChangeContext, change, type TakenJob } from '../change.ts'
import { failJob } from '../end-job.ts'
import type { JobContext } from '../job-context.ts'
import type { JobRow } from '../job-row.ts'
import { readRow } from '../job-store.ts'
import { waitBeforeRetry } from './wait-before-retry.ts'

/** A job whose upstream has been refusing it for this long ends, unpaid. */
const PATIENCE_MS = 60 * 60_000
/** What was not sent for so long after it could have been, as while the proxy was away, is waited for anew. */
const AWAY_MS = 5 * 60_000

/** Back in line as if it had never had its turn. */
const IN_LINE = { state: 'queued', run_id: null, sent_at: null, sent_mark: null, not_before: null } as const

/**
 * Puts a job back in line whose call failed in a way that passes and cost nothing; it waits as long as the upstream asked
 * for. After an hour of that it ends with the failure, and when it was asked back meanwhile, as cancelled. Null when the
 * job is another run's.
 */
export async function putBackToWait(
  context: ChangeContext & Pick<JobContext, 'metrics' | 'log'>,
  taken: TakenJob,
  failure: Failure,
): Promise<Job | null> {
  const now = context.now()
  const row = await readRow(context.db, taken.jobId)
  const { tries, since } = refusals(row, now)
  const ms = waitBeforeRetry(tries, askedSeconds(failure), Math.random())
  const until = new Date(Date.parse(now) + ms).toISOString()
  if (FAILURES[failure.code].waits === 'upstream') await hold(context.db, row.upstream, until)
  const cancelled = await endAskedBack(context, taken)
  if (cancelled) return cancelled
  if (Date.parse(now) - Date.parse(since) >= PATIENCE_MS)
    return failJob(context, taken, { failure, mayHaveBeenCharged: false })
  const waiting = makeFailure(failure.code, { ...failure.details, tries, since })
  const back = await change(context, taken.jobId, 'queued', async (transaction) => {
    const put = await transaction
      .updateTable('jobs')
      .set({ ...IN_LINE, waiting: JSON.stringify(waiting), not_before: until })
      .where(isUnanswered(taken))
      .where('cancel_asked_at', 'is', null)
      .returning('id')
      .executeTakeFirst()
    return put !== undefined
  })
  return back ?? endAskedBack(context, taken)
}

const isUnanswered =
  ({ jobId, runId }: TakenJob) =>
  (job: ExpressionBuilder<Tables, 'jobs'>) =>
    job.and([
      job('id', '=', jobId),
      job('run_id', 'is not distinct from', runId),
      job('state', '=', 'running'),
      job('received', 'is', null),
    ])

/** Ends a refused job that was asked back after it was sent. Null when it was not. */
function endAskedBack(context: ChangeContext, taken: TakenJob): Promise<Job | null> {
  const now = context.now()
  return change(context, taken.jobId, 'cancelled', async (transaction) => {
    const ended = await transaction
      .updateTable('jobs')
      .set({ state: 'cancelled', ended_at: now })
      .where(isUnanswered(taken))
      .where('cancel_asked_at', 'is not', null)
      .returning('member_id')
      .executeTakeFirst()
    if (!ended) return false
    await release(transaction, { memberId: ended.member_id, jobId: taken.jobId, now })
    return true
  })
}

/** How often, and since when, the upstream has refused a job, this time included; kept in what the job waits for. */
function refusals(row: JobRow, now: string): { tries: number; since: string } {
  const couldGo = Date.parse(row.not_before ?? '')
  const isAnew = row.waiting === null || Date.parse(row.turn_at ?? '') - couldGo > AWAY_MS
  const before: FailureDetails = isAnew ? {} : (failureSchema.parse(JSON.parse(row.waiting ?? '')).details ?? {})
  return { tries: Number(before['tries'] ?? 0) + 1, since: String(before['since'] ?? now) }
}

function askedSeconds({ details }: Failure): number | null {
  const asked = details?.['retryAfterSeconds']
  return typeof asked === 'number' ? asked : null
}

/** Gives nobody a turn at an upstream before a time. */
async function hold(db: Db, name: string, until: string): Promise<void> {
  await db
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
