import { AppError } from '#domain/app-error.ts'
import type { Job, JobState } from '#domain/job.ts'
import type { Db } from '../database/tables.ts'
import { type JobRow, toJob } from './job-row.ts'

/** A job's row, whoever owns it. Throws AppError `job_missing`. */
export async function readRow(db: Db, id: string): Promise<JobRow> {
  const row = await db.selectFrom('jobs').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) throw new AppError('job_missing')
  return row
}

/** A member's job; another member's is missing too. Throws AppError `job_missing`. */
export async function readJob(db: Db, memberId: string, id: string): Promise<Job> {
  const row = await readRow(db, id)
  if (row.member_id !== memberId) throw new AppError('job_missing')
  return withPosition(db, row)
}

/** A member's jobs, newest first. */
export async function listJobs(
  db: Db,
  memberId: string,
  { state, limit }: { state?: JobState | undefined; limit: number },
): Promise<Job[]> {
  const mine = db.selectFrom('jobs').selectAll().where('member_id', '=', memberId)
  const rows = await (state === undefined ? mine : mine.where('state', '=', state))
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
  return Promise.all(rows.map((row) => withPosition(db, row)))
}

export async function countJobs(db: Db, memberId: string): Promise<number> {
  const { count } = await db
    .selectFrom('jobs')
    .select((row) => row.fn.countAll().as('count'))
    .where('member_id', '=', memberId)
    .executeTakeFirstOrThrow()
  return Number(count)
}

export async function withPosition(db: Db, row: JobRow): Promise<Job> {
  return toJob(row, row.state === 'queued' ? await countAhead(db, row) : null)
}

async function countAhead(db: Db, row: JobRow): Promise<number> {
  const { count } = await db
    .selectFrom('jobs')
    .select((other) => other.fn.countAll().as('count'))
    .where('state', '=', 'queued')
    .where((other) =>
      other.or([
        other('created_at', '<', row.created_at),
        other.and([other('created_at', '=', row.created_at), other('id', '<', row.id)]),
      ]),
    )
    .executeTakeFirstOrThrow()
  return Number(count)
}
