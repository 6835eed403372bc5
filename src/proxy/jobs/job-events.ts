import type { JobEvent } from '#contract/http-wire.ts'
import { hasEnded } from '#domain/job.ts'
import type { Db } from '../database/tables.ts'
import { appendEvent } from './append-events.ts'
import type { JobContext } from './job-context.ts'
import { type JobRow, progressSchema, toJob } from './job-row.ts'
import { holdRow, readOwnRow, withPlace } from './job-store.ts'

/** How soon a change is noticed that rang no bell here. */
const POLL_MS = 2_000
/** A place in line is told at most this often: every job that moves changes the place of all behind it. */
const PLACE_MS = 500

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
  let placeToldAt = Number.NEGATIVE_INFINITY
  while (!signal.aborted) {
    const placeAge = performance.now() - placeToldAt
    const change = changes.next(placeAge < PLACE_MS ? PLACE_MS - placeAge : POLL_MS, signal)
    const row = await readOwnRow(db, memberId, jobId)
    for (const event of await eventsAfter(db, row, seen)) {
      yield event
      seen = event.seq
    }
    if (hasEnded(row)) return
    if (row.state === 'queued' && placeAge >= PLACE_MS) {
      placeToldAt = performance.now()
      if (await recordPlace(db, jobId, now())) continue
    }
    await change
  }
}

/** True when a queued job's place differs from the last one told, and is now told. */
async function recordPlace(db: Db, jobId: string, now: string): Promise<boolean> {
  return db.transaction().execute(async (transaction) => {
    const row = await holdRow(transaction, jobId)
    if (row.state !== 'queued') return false
    const { position } = await withPlace(transaction, row, now)
    const [last] = await eventRows(transaction, jobId).orderBy('seq', 'desc').limit(1).execute()
    if (last && progressSchema.parse(JSON.parse(last.progress)).position === position) return false
    await appendEvent(transaction, jobId, 'queued', now)
    return true
  })
}

const eventRows = (db: Db, jobId: string) =>
  db.selectFrom('job_events').select(['seq', 'type', 'progress']).where('job_id', '=', jobId)

async function eventsAfter(db: Db, row: JobRow, seq: number): Promise<JobEvent[]> {
  const rows = await eventRows(db, row.id).where('seq', '>', seq).orderBy('seq').execute()
  if (rows.length === 0) return []
  const job = toJob(row, null)
  return rows.map(({ seq, type, progress }) => ({
    seq,
    type,
    job: { ...job, ...progressSchema.parse(JSON.parse(progress)) },
  }))
}
