import { AppError, toFailure } from '#domain/app-error.ts'
import type { FillPlace } from '#domain/edits/edit.ts'
import type { Job } from '#domain/job.ts'
import type { Placement } from '#domain/placement.ts'
import { targetOf } from '../../state/brief/target.ts'
import { isPresentFile } from '../../state/results/is-present-file.ts'
import type { ResultPick } from '../../state/ui-state.ts'
import type { ActionContext } from '../action-context.ts'
import { markJob } from '../jobs/mark-job.ts'
import { provenanceOf } from './provenance-of.ts'
import { resultBytes } from './result-bytes.ts'

/**
 * Puts a result on the canvas, on the frame it was made for; on what is selected when the designer wants that, and when
 * that frame is in another file, where its id may be that of any layer. When the frame is gone nothing is placed, and
 * the next click is for what is selected. `replace` goes to the fill that was edited, wherever the frame is.
 * `raw`: the model’s own picture in place of what was made of it.
 */
export async function placeResult(
  context: ActionContext,
  pick: ResultPick,
  placement: Placement,
  raw = false,
): Promise<void> {
  const { dispatch, main, read } = context
  const job = read().jobs.find((entry) => entry.id === pick.jobId)?.job
  const result = job?.results[pick.index]
  if (!job || !result || read().placing) return
  dispatch({ type: 'placingStarted', placing: { ...pick, placement, raw } })
  try {
    const fill = placement === 'replace' ? (job.brief.edit?.original.fill ?? null) : null
    const target = await findTarget(context, job, fill)
    const bytes = await resultBytes(context, job, pick.index, raw)
    const provenance = provenanceOf(job, pick.index, { raw })
    const { said, nodeId } = await main.placeResult({ nodeId: target, placement, bytes, provenance, fill })
    dispatch({ type: 'resultPlaced', pick, said, nodeId })
    markJob(context, { jobId: job.id, placed: result.image.id })
  } catch (error) {
    const failure = toFailure(error)
    if (failure.code === 'node_removed' && placement !== 'replace')
      dispatch({ type: 'placeChosen', jobId: job.id, onSelection: true })
    dispatch({ type: 'placingFailed', pick, failure })
  }
}

async function findTarget({ main, read }: ActionContext, job: Job, fill: FillPlace | null): Promise<string> {
  const { fileId } = job.frame
  const nodeId = fill?.nodeId ?? job.frame.nodeId
  const here = isPresentFile(read(), fileId)
  const asked = read().onSelection === job.id
  if (here && (!asked || fill) && nodeId !== undefined) {
    if (await main.readNode({ nodeId })) return nodeId
    throw new AppError('node_removed')
  }
  if (fill) throw new AppError('other_file')
  const selected = targetOf({ selection: read().selection, pinned: null })
  if (selected) return selected.id
  if (asked) throw new AppError('nothing_selected')
  throw new AppError(fileId === undefined ? 'nothing_selected' : 'other_file')
}
