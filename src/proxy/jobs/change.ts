import type { JobEvent } from '#contract/http-wire.ts'
import type { Job } from '#domain/job.ts'
import type { Db } from '../database/tables.ts'
import { transact } from '../database/transact.ts'
import { appendEvent } from './append-events.ts'
import type { JobContext } from './job-context.ts'

/** Every way a job changes is one transaction: the row, the money and the event, or nothing. */
export type ChangeContext = Pick<JobContext, 'db' | 'changes' | 'now'>

/** A job and the durable run that must still have it for a change to happen; null when no run may have it. */
export interface TakenJob {
  jobId: string
  runId: string | null
}

/** Null when `update` found the job in another state than it needs and left it alone. */
export async function change(
  { db, changes, now }: ChangeContext,
  jobId: string,
  type: JobEvent['type'],
  update: (transaction: Db) => Promise<boolean>,
): Promise<Job | null> {
  const changed = await transact(db, async (transaction) => {
    return (await update(transaction)) ? appendEvent(transaction, jobId, type, now()) : null
  })
  if (changed) changes.ring()
  return changed
}
