import { AppError } from '#domain/app-error.ts'
import type { Job, JobState } from '#domain/job.ts'
import type { Db } from '../database/tables.ts'
import { type JobRow, toJob } from './job-row.ts'
import { placesInLine } from './line/line.ts'

/** A job's row, whoever owns it. Throws AppError `job_missing`. */
export async function readRow(db: Db, id: string): Promise<JobRow> {
  const row = await db.selectFrom('jobs').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) throw new AppError('job_missing')
  return row
}

/** A job's row that nobody else changes until the transaction ends, on every database. Throws AppError `job_missing`. */
export async function holdRow(transaction: Db, id: string): Promise<JobRow> {
  const row = await transaction
    .updateTable('jobs')
    .set((job) => ({ state: job.ref('state') }))
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirst()
  if (!row) throw new AppError('job_missing')
  return row
}

/** A member's job's row; another member's is missing too. Throws AppError `job_missing`. */
export async function readOwnRow(db: Db, memberId: string, id: string): Promise<JobRow> {
  const row = await readRow(db, id)
  if (row.member_id !== memberId) throw new AppError('job_missing')
  return row
}

/** A member's job; another member's is missing too. Throws AppError `job_missing`. */
export async function readJob(db: Db, memberId: string, id: string, now: string): Promise<Job> {
  return withPlace(db, await readOwnRow(db, memberId, id), now)
}

export interface JobQuery {
  state?: JobState | undefined
  /** `true`: only jobs that still want something of the person. */
  inbox?: 'true' | undefined
  /** Only jobs older than this one. */
  before?: string | undefined
  limit: number
}

/** A member's jobs, newest first. Throws AppError `job_missing` when `before` is none of them. */
export async function listJobs(
  db: Db,
  memberId: string,
  { state, inbox, before, limit }: JobQuery,
  now: string,
): Promise<Job[]> {
  const from = before === undefined ? null : await readOwnRow(db, memberId, before)
  let jobs = db.selectFrom('jobs').selectAll().where('member_id', '=', memberId)
  if (from) {
    jobs = jobs.where((job) =>
      job.or([
        job('created_at', '<', from.created_at),
        job.and([job('created_at', '=', from.created_at), job('id', '<', from.id)]),
      ]),
    )
  }
  const rows = await jobs
    .$if(state !== undefined, (jobs) => jobs.where('state', '=', state ?? 'queued'))
    .$if(inbox === 'true', (jobs) =>
      jobs
        .where('dismissed_at', 'is', null)
        .where((job) =>
          job.or([
            job('state', 'in', ['queued', 'running', 'failed']),
            job.and([job('state', '=', 'done'), job('placed', '=', '[]'), job('cleared_at', 'is', null)]),
          ]),
        ),
    )
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
  return withPlaces(db, rows, now)
}

export async function countJobs(db: Db, memberId: string): Promise<number> {
  const { count } = await db
    .selectFrom('jobs')
    .select((row) => row.fn.countAll().as('count'))
    .where('member_id', '=', memberId)
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** Jobs with their places in line. */
export async function withPlaces(db: Db, rows: readonly JobRow[], now: string): Promise<Job[]> {
  const queued = rows.filter(({ state }) => state === 'queued').map(({ id }) => id)
  const places = await placesInLine(db, now, queued)
  return rows.map((row) => toJob(row, places.get(row.id) ?? null))
}

async function withPlace(db: Db, row: JobRow, now: string): Promise<Job> {
  const places = await placesInLine(db, now, row.state === 'queued' ? [row.id] : [])
  return toJob(row, places.get(row.id) ?? null)
}
