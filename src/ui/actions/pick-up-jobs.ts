import { hasEnded } from '#domain/job.ts'
import type { ActionContext } from './action-context.ts'
import { sendMarks } from './send-marks.ts'
import { watchJob } from './watch-job.ts'

const LATEST = 20
const INBOX = 100

/** The jobs that still want something, wherever they were ordered, and the latest ones; what runs is watched again. */
export async function pickUpJobs(context: ActionContext): Promise<void> {
  await sendMarks(context)
  const client = context.client()
  const { settings } = context.read()
  const [inbox, latest] = await Promise.all([
    client.listJobs({ inbox: true, limit: INBOX }),
    client.listJobs({ limit: LATEST }),
  ])
  if (context.read().settings !== settings) return
  const jobs = [...new Map([...inbox, ...latest].map((job) => [job.id, job])).values()]
  context.dispatch({ type: 'jobsFound', jobs })
  for (const job of jobs) if (!hasEnded(job)) void watchJob(context, job.id)
}
