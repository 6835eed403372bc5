import { sql } from 'kysely'
import type { Db } from '#proxy/database/tables.ts'
import type { ProxyProcess } from './proxy-process.ts'

/** Of every job that is not done: where it and its durable runs stand; and what the proxies complained of. To be read. */
export async function whereJobsStand(db: Db, proxies: readonly ProxyProcess[]): Promise<string> {
  const jobs = await db
    .selectFrom('jobs')
    .select(['id', 'state', 'attempt', 'run_id', 'turn_at', 'not_before', 'sent_at', 'failure'])
    .where('state', '!=', 'done')
    .execute()
  const { rows: runs } = await sql<{ jobId: string }>`
    select input->>'jobId' as "jobId", runs.id, runs.status, runs.attempts, available_at - now() as "in",
      runs.error->>'message' as error,
      (select string_agg(step_name || ' ' || steps.status, ', ' order by steps.created_at)
        from openworkflow.step_attempts as steps where workflow_run_id = runs.id) as steps
    from openworkflow.workflow_runs as runs`.execute(db)
  const about = jobs.map((job) => ({ ...job, runs: runs.filter(({ jobId }) => jobId === job.id) }))
  const { rows: now } = await sql<{ now: Date }>`select now()`.execute(db)
  return JSON.stringify({ ...now[0], about, complaints: proxies.map(({ complaints }) => complaints) }, null, 2)
}
