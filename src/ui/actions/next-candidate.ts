import type { NodeSnapshot } from '#contract/plugin-wire.ts'
import { AppError, toFailure } from '#domain/app-error.ts'
import type { Job } from '#domain/job.ts'
import type { ActionContext } from './action-context.ts'
import { markJob } from './mark-job.ts'
import { provenanceOf } from './provenance-of.ts'
import { readNodeAgain } from './read-node-again.ts'
import { resultBytes } from './result-bytes.ts'

/** Shows the next picture of the same job in place of the one on a layer; after the last comes the first. */
export async function nextCandidate(context: ActionContext, { id: nodeId, provenance }: NodeSnapshot): Promise<void> {
  const { dispatch, main, read } = context
  if (!provenance || read().reviewing?.busy) return
  dispatch({ type: 'reviewStarted', nodeId, busy: 'next' })
  try {
    const job = await findJob(context, provenance.jobId)
    const index = (provenance.resultIndex + 1) % job.results.length
    const image = job.results[index]?.image
    if (!image) throw new AppError('image_missing')
    const bytes = await resultBytes(context, job, index, false)
    // The picture placed before makes way for it.
    const { said } = await main.placeResult({
      nodeId,
      placement: 'fill',
      bytes,
      provenance: provenanceOf(job, index, { raw: false }),
    })
    markJob(context, { jobId: job.id, placed: image.id })
    await readNodeAgain(context, nodeId)
    const pick = { jobId: job.id, index }
    dispatch({ type: 'resultChosen', pick })
    dispatch({ type: 'resultPlaced', pick, said, nodeId })
    dispatch({ type: 'reviewDone', nodeId, said: `${said} Picture ${index + 1} of ${job.results.length}.` })
  } catch (error) {
    dispatch({ type: 'reviewFailed', nodeId, failure: toFailure(error) })
  }
}

async function findJob({ client, read }: ActionContext, jobId: string): Promise<Job> {
  return read().jobs.find(({ id }) => id === jobId)?.job ?? (await client().job(jobId))
}
