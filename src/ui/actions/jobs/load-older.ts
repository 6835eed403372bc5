import type { ActionContext } from '../action-context.ts'
import { attempt } from '../attempt.ts'

/** How many jobs that want nothing any more are listed at a time. */
export const LATEST = 20

/** Lists the jobs before those that are known, as many as at the start. */
export async function loadOlder(context: ActionContext): Promise<void> {
  const { client, dispatch, read } = context
  const { olderThan, settings } = read()
  if (olderThan === null) return
  await attempt(context, async () => {
    const jobs = await client().listJobs({ limit: LATEST, before: olderThan })
    if (read().settings !== settings || read().olderThan !== olderThan) return
    dispatch({ type: 'olderFound', jobs, olderThan: jobs.length < LATEST ? null : (jobs.at(-1)?.id ?? null) })
  })
}
