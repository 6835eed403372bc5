import type { ActionContext } from './action-context.ts'

/** Takes a job off the list; the proxy keeps it. */
export function dismissJob({ dispatch, watches }: ActionContext, id: string): void {
  watches.get(id)?.abort()
  dispatch({ type: 'jobDismissed', id })
}
