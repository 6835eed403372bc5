import { hasEnded } from '#domain/job.ts'
import type { ActionContext } from '../action-context.ts'
import { markJob } from './mark-job.ts'

/**
 * Puts a job away or brings it back, for every window of this member. One that the proxy never got, or that may still
 * bring a picture, only leaves this list.
 */
export function dismissJob(context: ActionContext, id: string, dismissed = true): void {
  const { dispatch, read, watches } = context
  const known = read().jobs.find((entry) => entry.id === id)?.job
  if (known && hasEnded(known)) {
    markJob(context, { jobId: id, dismissed })
    return
  }
  watches.get(id)?.abort()
  watches.delete(id)
  dispatch({ type: 'jobDropped', id })
}
