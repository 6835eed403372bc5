import { newJobId } from '#client/new-job-id.ts'
import type { GenerateOffer } from '../../state/brief/generate-offer.ts'
import type { ActionContext } from '../action-context.ts'
import { sendOrder } from './send-order.ts'

/**
 * One click, one job: the id is made and the button busy before anything is awaited. `again`: the job that failed and
 * is ordered once more.
 */
export async function generate(context: ActionContext, offer: GenerateOffer, again?: string): Promise<void> {
  if (!offer.order) return
  const { order, forTarget } = offer
  const id = newJobId()
  context.dispatch({ type: 'jobOrdered', id, order, forTarget, again })
  const entry = context.read().jobs.find((each) => each.id === id)
  if (entry) await sendOrder(context, entry)
}
