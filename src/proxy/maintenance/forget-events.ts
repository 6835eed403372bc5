import type { Db } from '../database/tables.ts'

/** Few enough to be deleted without anyone waiting. */
const AT_ONCE = 200

/**
 * Forgets what happened to jobs that ended before a time, but for the last event of each: it says how the job ended, and
 * the next one is counted from it. How many jobs were seen to; call it again while there are any.
 */
export async function forgetEvents(db: Db, endedBefore: string): Promise<number> {
  const jobs = await db
    .selectFrom('jobs')
    .innerJoin('job_events', 'job_events.job_id', 'jobs.id')
    .select(['jobs.id', (job) => job.fn.max('job_events.seq').as('last')])
    .where('jobs.ended_at', '<', endedBefore)
    .groupBy('jobs.id')
    .having((job) => job.fn.countAll(), '>', 1)
    .limit(AT_ONCE)
    .execute()
  for (const { id, last } of jobs)
    await db.deleteFrom('job_events').where('job_id', '=', id).where('seq', '<', Number(last)).execute()
  return jobs.length
}
