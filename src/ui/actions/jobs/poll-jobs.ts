import type { ProxyClient } from '#client/proxy-client.ts'
import { toFailure } from '#domain/app-error.ts'
import { hasEnded, type Job } from '#domain/job.ts'
import { wantsSomething } from '../../state/jobs/wants-something.ts'
import type { ActionContext } from '../action-context.ts'
import { refreshSession } from '../refresh-session.ts'

/** While the proxy is away it is asked this many times more seldom. */
const AWAY_FACTOR = 4
const MOST_LISTED = 100

/** Follows the jobs that have no stream of their own, all with one question, as long as there are any. */
export async function pollJobs(context: ActionContext): Promise<void> {
  if (context.polling) return
  context.polling = true
  try {
    while (withoutStream(context).size > 0) {
      const away = context.read().connection.failure !== null
      await new Promise((resolve) => setTimeout(resolve, context.pollMs * (away ? AWAY_FACTOR : 1)))
      // A stream says when the proxy is away, and why.
      await ask(context).catch(() => undefined)
    }
  } finally {
    context.polling = false
  }
}

function withoutStream({ streams, watches }: ActionContext): Map<string, AbortController> {
  return new Map([...watches].filter(([, watch]) => !watch.signal.aborted && !streams.has(watch)))
}

async function ask(context: ActionContext): Promise<void> {
  const { client, read, watches, streams } = context
  const wanted = withoutStream(context)
  if (wanted.size === 0) return
  const answers = await lookUp(context, client(), wanted)
  if (read().connection.failure) await refreshSession(context)
  let ended = false
  for (const [id, job] of answers) {
    const watch = wanted.get(id)
    // Meanwhile it was put away, or has got a stream.
    if (!watch || watch.signal.aborted || streams.has(watch)) continue
    tell(context, job)
    if (!hasEnded(job)) continue
    ended = true
    watches.delete(id)
  }
  if (ended) await refreshSession(context)
}

/** Says what is new of a job. */
function tell({ dispatch, read }: ActionContext, job: Job): void {
  const known = read().jobs.find(({ id }) => id === job.id)?.job
  if (JSON.stringify(known) !== JSON.stringify(job)) dispatch({ type: 'jobChanged', job })
}

/** The jobs as they are now; what is not in the inbox any more is asked for by its id. */
async function lookUp(
  { dispatch, read, watches }: ActionContext,
  client: ProxyClient,
  wanted: ReadonlyMap<string, AbortController>,
): Promise<Map<string, Job>> {
  const rank = read()
    .jobs.filter(wantsSomething)
    .findLastIndex(({ id }) => wanted.has(id))
  const listed = await client.listJobs({ inbox: true, limit: Math.min(MOST_LISTED, rank + 11) })
  const found = new Map(listed.filter(({ id }) => wanted.has(id)).map((job) => [job.id, job]))
  for (const [id, watch] of wanted) {
    if (found.has(id) || watch.signal.aborted) continue
    try {
      found.set(id, await client.job(id))
    } catch (error) {
      const failure = toFailure(error)
      if (failure.retryable) throw error
      if (watches.get(id) === watch) watches.delete(id)
      dispatch({ type: 'jobLost', id, failure })
    }
  }
  return found
}
