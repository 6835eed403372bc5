import { AppError, toFailure } from '#domain/app-error.ts'
import type { Job } from '#domain/job.ts'
import type { ResultPick } from '../../state/ui-state.ts'
import type { ActionContext } from '../action-context.ts'
import { markJob } from '../jobs/mark-job.ts'
import { readNodeAgain } from '../read-node-again.ts'
import { provenanceOf } from './provenance-of.ts'
import { resultBytes } from './result-bytes.ts'

/** Shows the picture after this one on a layer, in place of what was placed there; after the job’s last comes its first. */
export async function nextCandidate(context: ActionContext, nodeId: string, shown: ResultPick): Promise<void> {
  const { dispatch, main, read } = context
  if (read().reviewing?.busy) return
  dispatch({ type: 'reviewStarted', nodeId, busy: 'next' })
  try {
    const job = await findJob(context, shown.jobId)
    const index = (shown.index + 1) % job.results.length
    const image = job.results[index]?.image
    if (!image) throw new AppError('image_missing')
    const bytes = await resultBytes(context, job, index, false)
    const provenance = provenanceOf(job, index, { raw: false })
    const { said } = await main.placeResult({ nodeId, ...wayOf(job, nodeId), bytes, provenance })
    const pick = { jobId: job.id, index }
    dispatch({ type: 'resultChosen', pick })
    dispatch({ type: 'resultPlaced', pick, said, nodeId })
    markJob(context, { jobId: job.id, placed: image.id })
    await readNodeAgain(context, nodeId)
    dispatch({ type: 'reviewDone', nodeId, said: `${said} Picture ${index + 1} of ${job.results.length}.` })
  } catch (error) {
    dispatch({ type: 'reviewFailed', nodeId, failure: toFailure(error) })
  }
}

/** Where the picture that was edited stands, its crop stays; elsewhere the one placed before makes way. */
function wayOf({ brief }: Job, nodeId: string) {
  const fill = brief.mode === 'edit' ? brief.edit?.original.fill : null
  return fill?.nodeId === nodeId ? { placement: 'replace' as const, fill } : { placement: 'fill' as const }
}

async function findJob({ client, read }: ActionContext, jobId: string): Promise<Job> {
  return read().jobs.find(({ id }) => id === jobId)?.job ?? (await client().job(jobId))
}
