import { AppError, toFailure } from '#domain/app-error.ts'
import type { Job } from '#domain/job.ts'
import type { Placement } from '#domain/placement.ts'
import { isPresentFile } from '../state/is-present-file.ts'
import { targetOf } from '../state/target.ts'
import type { ResultPick } from '../state/ui-state.ts'
import type { ActionContext } from './action-context.ts'
import { markJob } from './mark-job.ts'

/**
 * Puts a result on the canvas, on the frame it was made for; on what is selected when the designer wants that, and when
 * that frame is in another file, where its id may be that of any layer. When the frame is gone nothing is placed, and
 * the next click is for what is selected.
 */
export async function placeResult(context: ActionContext, pick: ResultPick, placement: Placement): Promise<void> {
  const { client, dispatch, main, read } = context
  const job = read().jobs.find((entry) => entry.id === pick.jobId)?.job
  const result = job?.results[pick.index]
  if (!job || !result || read().placing) return
  dispatch({ type: 'placingStarted', placing: { ...pick, placement } })
  try {
    const nodeId = await findTarget(context, job)
    // Figma takes no WEBP.
    const format = result.image.format === 'webp' ? ({ format: 'png' } as const) : {}
    const bytes = await client().image(result.image.id, format)
    const { said } = await main.placeResult({ nodeId, placement, bytes, provenance: provenanceOf(job, pick) })
    dispatch({ type: 'resultPlaced', pick, said })
    markJob(context, { jobId: job.id, placed: result.image.id })
  } catch (error) {
    const failure = toFailure(error)
    if (failure.code === 'node_removed') dispatch({ type: 'placeChosen', jobId: job.id, onSelection: true })
    dispatch({ type: 'placingFailed', pick, failure })
  }
}

async function findTarget({ main, read }: ActionContext, job: Job): Promise<string> {
  const { fileId, nodeId } = job.frame
  const here = isPresentFile(read(), fileId)
  const asked = read().onSelection === job.id
  if (here && !asked && nodeId !== undefined) {
    if (await main.readNode({ nodeId })) return nodeId
    throw new AppError('node_removed')
  }
  const selected = targetOf({ selection: read().selection, pinned: null })
  if (selected) return selected.id
  if (asked) throw new AppError('nothing_selected')
  throw new AppError(fileId === undefined ? 'nothing_selected' : 'other_file')
}

function provenanceOf(job: Job, { index }: ResultPick) {
  const image = job.results[index]?.image
  if (!image) throw new AppError('image_missing')
  return {
    version: 2 as const,
    mode: job.brief.mode,
    raw: false,
    originalId: job.brief.edit?.original.imageId ?? null,
    keep: job.brief.keep,
    changedOutside: job.results[index]?.composite?.measures?.changedOutside ?? null,
    jobId: job.id,
    imageId: image.id,
    resultIndex: index,
    model: job.brief.render.model,
    engine: job.engine.name,
    simulated: job.engine.simulated,
    idea: job.brief.idea,
    prompt: job.prompt,
    size: { width: image.width, height: image.height },
    placedAt: new Date().toISOString(),
  }
}
