import type { JobEvent } from '#contract/http-wire.ts'
import { hasEnded, type Job } from '#domain/job.ts'
import type { Db } from '../database/tables.ts'
import type { Bell } from './bell.ts'
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
 * What happens to a job, from a given event on, until it has ended. While the job waits in line, an event is sent again
 * under its old number when the place in line has changed.
 * @throws AppError job_missing
 */
export async function* watchJob(
  db: Db,
  bell: Bell,
  { memberId, jobId, after, signal }: Watched,
): AsyncGenerator<JobEvent> {
  let seen = after
  let place: number | null = null
  while (!signal.aborted) {
    const change = bell.next(POLL_MS, signal)
    const job = await readJob(db, memberId, jobId)
    for (const event of await eventsAfter(db, job, seen)) {
      yield event
      seen = event.seq
      place = event.job.position
    }
    if (hasEnded(job)) return
    if (job.position !== null && job.position !== place) {
      place = job.position
      yield { seq: Math.max(seen, 0), type: 'queued', job }
    }
    await change
  }
}

async function eventsAfter(db: Db, job: Job, seq: number): Promise<JobEvent[]> {
  const rows = await db
    .selectFrom('job_events')
    .select(['seq', 'type', 'progress'])
    .where('job_id', '=', job.id)
    .where('seq', '>', seq)
    .orderBy('seq')
    .execute()
  return rows.map((row) => ({
    seq: row.seq,
    type: row.type,
    job: { ...job, ...progressSchema.parse(JSON.parse(row.progress)) },
  }))
}
