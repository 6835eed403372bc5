import { toFailure } from '#domain/app-error.ts'
import type { JobEntry } from '../../state/ui-state.ts'
import type { ActionContext } from '../action-context.ts'
import { addressOrder } from './address-order.ts'
import { submitJob } from './submit-job.ts'

/** Sends what was ordered, now or once more; an order for the target is compared with the canvas before. */
export async function sendOrder(context: ActionContext, { id, order, unchecked }: JobEntry): Promise<void> {
  const { dispatch, read } = context
  const { settings } = read()
  if (!order) return
  try {
    const addressed = unchecked ? await addressOrder(context, order, unchecked) : order
    if (read().settings !== settings) return
    dispatch({ type: 'orderAddressed', id, order: addressed })
    await submitJob(context, id, addressed)
  } catch (error) {
    dispatch({ type: 'jobLost', id, failure: toFailure(error) })
  }
}
