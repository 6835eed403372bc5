import type { JobEvent } from '#contract/http-wire.ts'
import { hasEnded } from '#domain/job.ts'
import type { Db } from '../database/tables.ts'
import { transact } from '../database/transact.ts'
import { appendEvent } from './append-events.ts'
import type { JobContext } from './job-context.ts'
import { progressSchema, toJob } from './job-row.ts'
import { holdRow, readOwnRow, readRow } from './job-store.ts'
import { placesInLine } from './line/line.ts'

/** How soon a change is noticed that rang no bell here. */
const POLL_MS = 2_000
/** A place in line is told this often, times the place: each job that moves on changes the place of all behind it. */
const PLACE_MS = 500
const LONGEST_PLACE_MS = 30_000

export interface Watched {
  memberId: string
  jobId: string
  /** The last event that was seen; −1 for none. */
  after: number
  signal: AbortSignal
}

/**
 * What happens to a job, from a given event on, until it has ended or its member is revoked. A place in line that has changed is written down as
 * an event only while someone watches: nobody else needs it.
 * @throws AppError job_missing
 */
export async function* watchJob(
  { db, changes, now }: Pick<JobContext, 'db' | 'changes' | 'now'>,
  { memberId, jobId, after, signal }: Watched,
): AsyncGenerator<JobEvent> {
  let { state } = await readOwnRow(db, memberId, jobId)
  let seen = after
  let tellPlaceAt = performance.now()
  while (!signal.aborted) {
    const untilPlace = tellPlaceAt - performance.now()
    const change = changes.next(untilPlace > 0 ? Math.min(untilPlace, POLL_MS) : POLL_MS, signal)
    const events = await eventsAfter(db, memberId, jobId, seen)
    if (!events) return
    for (const event of events) {
      yield event
      seen = event.seq
      state = event.job.state
    }
    if (hasEnded({ state })) return
    if (state === 'queued' && untilPlace <= 0) {
      const { told, place } = await recordPlace(db, jobId, now())
      tellPlaceAt = performance.now() + Math.min(PLACE_MS * (1 + place), LONGEST_PLACE_MS)
      if (told) continue
    }
    await change
  }
}

/** Tells a queued job’s place when it differs from the last one told. */
async function recordPlace(db: Db, jobId: string, now: string): Promise<{ told: boolean; place: number }> {
  const place = (await placesInLine(db, now, [jobId])).get(jobId)
  if (place === undefined) return { told: false, place: 0 }
  const [last] = await eventRows(db, jobId).orderBy('seq', 'desc').limit(1).execute()
  if (last && progressSchema.parse(JSON.parse(last.progress)).position === place) return { told: false, place }
  const told = await transact(db, async (transaction) => {
    const row = await holdRow(transaction, jobId)
    if (row.state === 'queued') await appendEvent(transaction, jobId, 'queued', now)
    return row.state === 'queued'
  })
  return { told, place }
}

const eventRows = (db: Db, jobId: string) =>
  db.selectFrom('job_events').select(['seq', 'type', 'progress']).where('job_id', '=', jobId)

/** Null when the member’s token no longer works. One query, because everyone who watches asks again and again. */
async function eventsAfter(db: Db, memberId: string, jobId: string, seq: number): Promise<JobEvent[] | null> {
  const rows = await db
    .selectFrom('members')
    .leftJoin('job_events', (events) => events.on('job_id', '=', jobId).on('seq', '>', seq))
    .select(['revoked_at', 'seq', 'type', 'progress'])
    .where('members.id', '=', memberId)
    .orderBy('seq')
    .execute()
  if (rows.some(({ revoked_at }) => revoked_at !== null)) return null
  if (rows.every((row) => row.seq === null)) return []
  const job = toJob(await readRow(db, jobId), null)
  return rows.flatMap(({ seq: number, type, progress }) =>
    number === null || type === null || progress === null
      ? []
      : [{ seq: number, type, job: { ...job, ...progressSchema.parse(JSON.parse(progress)) } }],
  )
}
