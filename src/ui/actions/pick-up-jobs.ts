import { toFailure } from '#domain/app-error.ts'
import { hasEnded, type Job } from '#domain/job.ts'
import type { ActionContext } from './action-context.ts'
import { watchJob } from './watch-job.ts'

const LISTED = 20

/** The jobs of this member, and the remembered ones that are no longer in that list; what runs is watched again. */
export async function pickUpJobs(context: ActionContext): Promise<void> {
  const client = context.client()
  const { remembered, settings } = context.read()
  const listed = await client.listJobs({ limit: LISTED })
  const listedIds = new Set(listed.map((job) => job.id))
  const missing = remembered.filter((id) => !listedIds.has(id))
  const recalled = await Promise.all(missing.map((id) => unlessMissing(client.job(id))))
  const jobs = [...listed, ...recalled.filter((job) => job !== null)]
  if (context.read().settings !== settings) return
  context.dispatch({ type: 'jobsFound', jobs })
  for (const job of jobs) if (!hasEnded(job)) void watchJob(context, job.id)
}

/** A draft may remember jobs of another proxy or member. */
function unlessMissing(asked: Promise<Job>): Promise<Job | null> {
  return asked.catch((error: unknown) => {
    if (toFailure(error).code === 'job_missing') return null
    throw error
  })
}
