import { type AppError, toFailure } from '#domain/app-error.ts'
import type { ActionContext } from '../action-context.ts'
import { refreshSession } from '../refresh-session.ts'
import { pollJobs } from './poll-jobs.ts'

/** A browser opens six connections to a proxy; pictures and clicks need some of them. */
const MOST_STREAMS = 3

/** Follows a job until it has ended, then asks again what is left: by its own event stream while there are few, else by asking now and then. */
export async function watchJob(context: ActionContext, id: string): Promise<void> {
  const { watches, streams } = context
  if (watches.has(id)) return
  const watch = new AbortController()
  watches.set(id, watch)
  await (streams.size < MOST_STREAMS ? followStream(context, id, watch) : pollJobs(context))
}

async function followStream(context: ActionContext, id: string, watch: AbortController): Promise<void> {
  const { client, dispatch, read, watches, streams } = context
  const { signal } = watch
  const onAway = (why: AppError | null) => {
    if (signal.aborted) return
    if (why) dispatch({ type: 'connectionFailed', failure: toFailure(why) })
    else if (read().connection.failure) void refreshSession(context)
  }
  streams.add(watch)
  try {
    for await (const { job } of client().watchJob(id, { signal, onAway })) {
      if (signal.aborted) return
      dispatch({ type: 'jobChanged', job })
    }
  } catch (error) {
    if (!signal.aborted) dispatch({ type: 'jobLost', id, failure: toFailure(error) })
  } finally {
    streams.delete(watch)
    // Another watch may have taken its place.
    if (watches.get(id) === watch) watches.delete(id)
    giveFreeStream(context)
  }
  if (!signal.aborted) await refreshSession(context)
}

/** The newest job without a stream gets the free one. */
function giveFreeStream(context: ActionContext): void {
  const { read, streams, watches } = context
  if (streams.size >= MOST_STREAMS) return
  for (const { id } of read().jobs) {
    const watch = watches.get(id)
    if (!watch || watch.signal.aborted || streams.has(watch)) continue
    void followStream(context, id, watch)
    return
  }
}
