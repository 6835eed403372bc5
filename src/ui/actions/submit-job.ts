import { toFailure } from '#domain/app-error.ts'
import type { Order } from '../state/ui-state.ts'
import type { ActionContext } from './action-context.ts'
import { refreshSession } from './refresh-session.ts'
import { saveDraft } from './save-draft.ts'
import { watchJob } from './watch-job.ts'

/**
 * Sends a job under its id, remembered before it is sent so that no reload can lose it, and follows it. It is sent also
 * when it could not be remembered: the proxy lists it.
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
    dispatch({ type: 'jobLost', id, failure: toFailure(error) })
    return
  }
  void watchJob(context, id)
  await refreshSession(context)
}
