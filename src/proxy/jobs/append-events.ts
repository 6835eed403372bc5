import type { JobEvent } from '#contract/http-wire.ts'
import type { Job } from '#domain/job.ts'
import type { Db } from '../database/tables.ts'
import { toProgress } from './job-row.ts'
import { withPlaces } from './job-store.ts'

/** Writes down that something happened to jobs, in the transaction that made it happen. Gives them in the order of `ids`. */
export async function appendEvents(
  transaction: Db,
  ids: readonly string[],
  type: JobEvent['type'],
  now: string,
): Promise<Job[]> {
  if (ids.length === 0) return []
  const rows = await transaction.selectFrom('jobs').selectAll().where('id', 'in', ids).execute()
  const jobs = new Map((await withPlaces(transaction, rows, now)).map((job) => [job.id, job]))
  const last = await transaction
    .selectFrom('job_events')
    .select((row) => ['job_id', row.fn.max('seq').as('seq')])
    .where('job_id', 'in', ids)
    .groupBy('job_id')
    .execute()
  const seen = new Map(last.map(({ job_id, seq }) => [job_id, Number(seq)]))
  const told = ids.map((id) => {
    const job = jobs.get(id)
    if (!job) throw new Error(`Job ${id} is not there`)
    return job
  })
  await transaction
    .insertInto('job_events')
    .values(
      told.map((job) => ({
        job_id: job.id,
        seq: (seen.get(job.id) ?? -1) + 1,
        type,
        progress: JSON.stringify(toProgress(job)),
        created_at: now,
      })),
    )
    .execute()
  return told
}

/** As `appendEvents`, for one job. */
export async function appendEvent(transaction: Db, id: string, type: JobEvent['type'], now: string): Promise<Job> {
  const [job] = await appendEvents(transaction, [id], type, now)
  if (!job) throw new Error(`Job ${id} is not there`)
  return job
}
