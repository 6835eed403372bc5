import type { JobEntry } from '../../state/ui-state.ts'
import type { ActionContext } from '../action-context.ts'
import { submitJob } from './submit-job.ts'
import { watchJob } from './watch-job.ts'

/** After a lost connection: sends the same job under the same id again, or follows it again once it was accepted. */
export async function resumeJob(context: ActionContext, entry: JobEntry): Promise<void> {
  context.dispatch({ type: 'jobRetried', id: entry.id })
  if (entry.order && !entry.job) await submitJob(context, entry.id, entry.order)
  else await watchJob(context, entry.id)
}
