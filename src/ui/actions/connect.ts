import type { ActionContext } from './action-context.ts'
import { attempt } from './attempt.ts'
import { pickUpJobs } from './jobs/pick-up-jobs.ts'
import { refreshSession } from './refresh-session.ts'

/** Asks who we are, then takes up the jobs the proxy has for us. */
export async function connect(context: ActionContext): Promise<void> {
  await refreshSession(context)
  if (context.read().connection.failure) return
  await attempt(context, () => pickUpJobs(context))
}
