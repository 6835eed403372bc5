import { newJobId } from '#client/new-job-id.ts'
import { toFailure } from '#domain/app-error.ts'
import type { GenerateOffer } from '../../state/brief/generate-offer.ts'
import type { ActionContext } from '../action-context.ts'
import { addressOrder } from './address-order.ts'
import { submitJob } from './submit-job.ts'

/**
 * One click, one job: the id is made and the button busy before anything is awaited. `again`: the job that failed and
 * is ordered once more.
 */
export async function generate(context: ActionContext, offer: GenerateOffer, again?: string): Promise<void> {
  if (!offer.order) return
  const { dispatch, read } = context
  const { settings } = read()
  const id = newJobId()
  dispatch({ type: 'jobOrdered', id, order: offer.order, again })
  try {
    const order = offer.forTarget ? await addressOrder(context, offer.order) : offer.order
    if (read().settings !== settings) return
    dispatch({ type: 'orderAddressed', id, order })
    await submitJob(context, id, order)
  } catch (error) {
    dispatch({ type: 'jobLost', id, failure: toFailure(error) })
  }
}
