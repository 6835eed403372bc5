import { toFailure } from '#domain/app-error.ts'
import type { Order } from '../../state/ui-state.ts'
import type { ActionContext } from '../action-context.ts'
import { refreshSession } from '../refresh-session.ts'
import { saveDraft } from '../save-draft.ts'
import { watchJob } from './watch-job.ts'

/**
 * Sends a job under its id and follows it. The draft is kept first, so that a window closed now loses no word; the job
 * itself is in the proxy’s inbox.
 */
export async function submitJob(context: ActionContext, id: string, order: Order): Promise<void> {
  const { client, dispatch, read } = context
  await saveDraft(context)
  const { settings } = read()
  try {
    const job = await client().putJob(id, order)
    if (read().settings !== settings) return
    dispatch({ type: 'jobChanged', job })
  } catch (error) {
    const failure = toFailure(error)
    dispatch({ type: 'jobLost', id, failure })
    // The button shall have the new one.
    if (failure.code === 'price_changed') await refreshSession(context)
    return
  }
  void watchJob(context, id)
  await refreshSession(context)
}
