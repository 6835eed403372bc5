import type { NodeSnapshot } from '#contract/plugin-wire.ts'
import { makeFailure } from '#domain/failure.ts'
import type { Job } from '#domain/job.ts'
import type { Placement } from '#domain/placement.ts'
import { targetOf } from '../brief/target.ts'
import type { UiState } from '../ui-state.ts'
import { isPresentFile } from './is-present-file.ts'

type Canvas = Pick<UiState, 'selection' | 'pinned' | 'onSelection'>

/** Why a job's pictures cannot go to their layer in this way; null when they can, or when the layer is not known. */
export function placeReason(state: Canvas, job: Pick<Job, 'id' | 'frame'>, placement: Placement): string | null {
  const node = knownTarget(state, job)
  if (!node) return null
  const { name } = node
  const noLayers = node.type === 'INSTANCE' || node.insideInstance
  if (placement === 'fill' && !node.canFill) return makeFailure('node_has_no_fill', { name }).message
  if (placement === 'layer' && noLayers) return makeFailure('node_inside_instance', { name }).message
  return null
}

/** The layer a picture would go to, as far as that is known without asking main. */
function knownTarget(state: Canvas, { id, frame }: Pick<Job, 'id' | 'frame'>): NodeSnapshot | null {
  const { selection, pinned } = state
  const { fileId, nodeId } = frame
  if (state.onSelection === id || !isPresentFile(state, fileId)) return targetOf({ selection, pinned: null })
  return [...(selection?.nodes ?? []), ...(pinned ? [pinned] : [])].find(({ id }) => id === nodeId) ?? null
}
