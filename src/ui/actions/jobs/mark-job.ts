import type { JobMark } from '#contract/settings.ts'
import { markOwner } from '../../state/jobs/mark-owner.ts'
import type { ActionContext } from '../action-context.ts'
import { sendMarks } from './send-marks.ts'

/** Notes what was decided about a job, here at once and at the proxy as soon as it can be. Nobody waits for that. */
export function markJob(context: ActionContext, mark: Omit<JobMark, 'owner'>): void {
  context.dispatch({ type: 'jobMarked', mark: { ...mark, owner: markOwner(context.read()) } })
  void sendMarks(context)
}
