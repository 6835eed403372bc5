import type { MarkJob } from '#contract/http-wire.ts'
import { AppError } from '#domain/app-error.ts'
import type { Job } from '#domain/job.ts'
import { transact } from '../database/transact.ts'
import type { JobContext } from './job-context.ts'
import { toJob } from './job-row.ts'
import { holdRow, readJob, readOwnRow } from './job-store.ts'

/**
 * Notes what a person decided about a job: that a result was placed, that the job is put away or not. The same again
 * changes nothing.
 * @throws AppError job_missing; request_invalid when the job has no such result
 */
export async function markJob(
  { db, now }: Pick<JobContext, 'db' | 'now'>,
  memberId: string,
  jobId: string,
  { placed, dismissed }: MarkJob,
): Promise<Job> {
  await readOwnRow(db, memberId, jobId)
  await transact(db, async (transaction) => {
    const row = await holdRow(transaction, jobId)
    const job = toJob(row, null)
    if (placed !== undefined && !job.results.some(({ image }) => image.id === placed))
      throw new AppError('request_invalid', { details: { where: 'placed' } })
    const all = placed === undefined ? job.placed : [...new Set([...job.placed, placed])]
    const since = row.dismissed_at ?? now()
    const dismissed_at = (dismissed ?? job.dismissed) ? since : null
    await transaction
      .updateTable('jobs')
      .set({ placed: JSON.stringify(all), dismissed_at })
      .where('id', '=', jobId)
      .execute()
  })
  return readJob(db, memberId, jobId, now())
}
