import { type AppError, toFailure } from '#domain/app-error.ts'
import type { ActionContext } from './action-context.ts'
import { refreshSession } from './refresh-session.ts'

/** Follows a job until it has ended, then asks again what is left. */
export async function watchJob(context: ActionContext, id: string): Promise<void> {
  const { client, dispatch, read, watches } = context
  if (watches.has(id)) return
  const watch = new AbortController()
  watches.set(id, watch)
  const onAway = (why: AppError | null) => {
    if (watch.signal.aborted) return
    if (why) dispatch({ type: 'connectionFailed', failure: toFailure(why) })
    else if (read().connection.failure) void refreshSession(context)
  }
  try {
    const events = client().watchJob(id, { signal: watch.signal, onAway })
    for await (const { job } of events) {
      if (watch.signal.aborted) return
      dispatch({ type: 'jobChanged', job })
    }
    if (!watch.signal.aborted) await refreshSession(context)
  } catch (error) {
    if (!watch.signal.aborted) dispatch({ type: 'jobLost', id, failure: toFailure(error) })
  } finally {
    // Another watch may have taken its place.
    if (watches.get(id) === watch) watches.delete(id)
  }
}
