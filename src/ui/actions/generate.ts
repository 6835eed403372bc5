import { newJobId } from '#client/new-job-id.ts'
import type { GenerateOffer } from '../state/generate-offer.ts'
import type { ActionContext } from './action-context.ts'
import { submitJob } from './submit-job.ts'

/** One click, one job: the id is made and the button busy before anything is awaited. */
export async function generate(context: ActionContext, offer: GenerateOffer): Promise<void> {
  if (!offer.order) return
  const id = newJobId()
  context.dispatch({ type: 'jobOrdered', id, order: offer.order })
  await submitJob(context, id, offer.order)
}
