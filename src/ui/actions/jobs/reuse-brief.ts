import { toFailure } from '#domain/app-error.ts'
import type { Brief } from '#domain/brief.ts'
import type { Provenance } from '#domain/provenance.ts'
import type { ActionContext } from '../action-context.ts'
import { attempt } from '../attempt.ts'

/** Brings back the brief a layer's picture was made from; only its idea when the proxy no longer has the job. */
export async function reuseBrief(context: ActionContext, provenance: Provenance): Promise<void> {
  await attempt(context, async () => {
    context.dispatch({ type: 'briefReplaced', brief: await recall(context, provenance) })
  })
}

async function recall(context: ActionContext, { jobId, idea }: Provenance): Promise<Brief> {
  try {
    return (await context.client().job(jobId)).brief
  } catch (error) {
    if (toFailure(error).code === 'job_missing') return { ...context.read().brief, idea }
    throw error
  }
}
