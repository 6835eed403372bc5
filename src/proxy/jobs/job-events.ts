import type { JobEvent } from '#contract/http-wire.ts'
import { hasEnded, type Job } from '#domain/job.ts'
import type { Db } from '../database/tables.ts'
import type { JobContext } from './job-context.ts'
import { progressSchema, toProgress } from './job-row.ts'
import { readJob, readRow, withPosition } from './job-store.ts'

/** How soon a change made by another process is noticed; changes of this one ring the bell. */
const POLL_MS = 2_000

/** Writes down that something happened to a job, in the transaction that made it happen. */
export async function appendEvent(transaction: Db, jobId: string, type: JobEvent['type'], now: string): Promise<Job> {
  const job = await withPosition(transaction, await readRow(transaction, jobId))
  const last = await transaction
    .selectFrom('job_events')
    .select((row) => row.fn.max('seq').as('seq'))
    .where('job_id', '=', jobId)
    .executeTakeFirst()
  const seq = last?.seq == null ? 0 : Number(last.seq) + 1
  await transaction
    .insertInto('job_events')
    .values({ job_id: jobId, seq, type, progress: JSON.stringify(toProgress(job)), created_at: now })
    .execute()
  return job
}

export interface Watched {
  memberId: string
  jobId: string
  /** The last event that was seen; −1 for none. */
  after: number
  signal: AbortSignal
}

/**
 * What happens to a job, from a given event on, until it has ended. A place in line that has changed is written down as
 * an event only while someone watches: nobody else needs it.
 * @throws AppError job_missing
 */
export async function* watchJob(
  { db, changes, now }: Pick<JobContext, 'db' | 'changes' | 'now'>,
  { memberId, jobId, after, signal }: Watched,
): AsyncGenerator<JobEvent> {
  let seen = after
  while (!signal.aborted) {
    const change = changes.next(POLL_MS, signal)
    const job = await readJob(db, memberId, jobId)
    for (const event of await eventsAfter(db, job, seen)) {
      yield event
      seen = event.seq
    }
    if (hasEnded(job)) return
    if (!(await recordPlace(db, jobId, now()))) await change
  }
}

/** True when a queued job's place differs from the last one told, and is now told. */
async function recordPlace(db: Db, jobId: string, now: string): Promise<boolean> {
  return db.transaction().execute(async (transaction) => {
    const row = await readRow(transaction, jobId)
    if (row.state !== 'queued') return false
    const { position } = await withPosition(transaction, row)
    const [last] = await eventRows(transaction, jobId).orderBy('seq', 'desc').limit(1).execute()
    if (last && progressSchema.parse(JSON.parse(last.progress)).position === position) return false
    await appendEvent(transaction, jobId, 'queued', now)
    return true
  })
}

const eventRows = (db: Db, jobId: string) =>
  db.selectFrom('job_events').select(['seq', 'type', 'progress']).where('job_id', '=', jobId)

async function eventsAfter(db: Db, job: Job, seq: number): Promise<JobEvent[]> {
  const rows = await eventRows(db, job.id).where('seq', '>', seq).orderBy('seq').execute()
  return rows.map((row) => ({
    seq: row.seq,
    type: row.type,
    job: { ...job, ...progressSchema.parse(JSON.parse(row.progress)) },
  }))
}
