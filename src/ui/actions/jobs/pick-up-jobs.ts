import type { ProxyClient } from '#client/proxy-client.ts'
import { hasEnded, type Job } from '#domain/job.ts'
import type { ActionContext } from '../action-context.ts'
import { LATEST } from './load-older.ts'
import { sendMarks } from './send-marks.ts'
import { watchJob } from './watch-job.ts'

const PAGE = 100
/** Of an inbox beyond this the oldest are left out, until newer ones are placed or put away. */
const MOST_PAGES = 10

/** The jobs that still want something, wherever they were ordered, and the latest ones; what runs is watched again. */
export async function pickUpJobs(context: ActionContext): Promise<void> {
  await sendMarks(context)
  const client = context.client()
  const { settings } = context.read()
  const [inbox, latest] = await Promise.all([wholeInbox(client), client.listJobs({ limit: LATEST })])
  if (context.read().settings !== settings) return
  const jobs = [...new Map([...inbox, ...latest].map((job) => [job.id, job])).values()]
  const olderThan = latest.length < LATEST ? null : (latest.at(-1)?.id ?? null)
  context.dispatch({ type: 'jobsFound', jobs, olderThan })
  for (const job of jobs) if (!hasEnded(job)) void watchJob(context, job.id)
}

async function wholeInbox(client: ProxyClient): Promise<Job[]> {
  const all: Job[] = []
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const oldest = all.at(-1)?.id
    const jobs = await client.listJobs({ inbox: true, limit: PAGE, ...(oldest ? { before: oldest } : {}) })
    all.push(...jobs)
    if (jobs.length < PAGE) break
  }
  return all
}
