import { toFailure } from '#domain/app-error.ts'
import type { ActionContext } from './action-context.ts'
import { refreshSession } from './refresh-session.ts'

/** Follows a job until it has ended, then asks again what is left. */
export async function watchJob(context: ActionContext, id: string): Promise<void> {
  const { client, dispatch, watches } = context
  if (watches.has(id)) return
  const watch = new AbortController()
  watches.set(id, watch)
  try {
    for await (const { job } of client().watchJob(id, { signal: watch.signal })) dispatch({ type: 'jobChanged', job })
    if (!watch.signal.aborted) await refreshSession(context)
  } catch (error) {
    dispatch({ type: 'jobLost', id, failure: toFailure(error) })
  } finally {
    watches.delete(id)
  }
}
