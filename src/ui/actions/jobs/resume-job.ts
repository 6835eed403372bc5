import type { JobEntry } from '../../state/ui-state.ts'
import type { ActionContext } from '../action-context.ts'
import { sendOrder } from './send-order.ts'
import { watchJob } from './watch-job.ts'

/**
 * After a lost connection: sends the same job under the same id again, compared with the canvas first where that was not
 * done, or follows it again once it was accepted.
 */
export async function resumeJob(context: ActionContext, entry: JobEntry): Promise<void> {
  context.dispatch({ type: 'jobRetried', id: entry.id })
  if (entry.order && !entry.job) await sendOrder(context, entry)
  else await watchJob(context, entry.id)
}
