import { makeFailure } from '#domain/failure.ts'
import type { Job } from '#domain/job.ts'
import type { Placement } from '#domain/placement.ts'
import type { UiState } from './ui-state.ts'

/** Why a job's pictures cannot go to their layer in this way; null when they can, or when the layer is not known. */
export function placeReason(
  { selection, pinned }: Pick<UiState, 'selection' | 'pinned'>,
  { frame }: Pick<Job, 'frame'>,
  placement: Placement,
): string | null {
  const known = [...(selection?.nodes ?? []), ...(pinned ? [pinned] : [])]
  const node = known.find(({ id }) => id === frame.nodeId)
  if (!node) return null
  const { name } = node
  const noLayers = node.type === 'INSTANCE' || node.insideInstance
  if (placement === 'fill' && !node.canFill) return makeFailure('node_has_no_fill', { name }).message
  if (placement === 'layer' && noLayers) return makeFailure('node_inside_instance', { name }).message
  return null
}
