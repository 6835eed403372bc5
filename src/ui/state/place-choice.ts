import type { Job } from '#domain/job.ts'
import { isPresentFile } from './is-present-file.ts'
import { targetOf } from './target.ts'
import type { UiState } from './ui-state.ts'

export interface PlaceChoice {
  onSelection: boolean
  /** “On its frame: Hero” */
  frame: string
  /** “On the selection: Card” */
  selection: string
}

/** The two places a job's pictures can go to; null when its own frame is not in this file. */
export function placeChoice(state: Pick<UiState, 'selection' | 'onSelection'>, { id, frame }: Job): PlaceChoice | null {
  if (frame.nodeId === undefined || !isPresentFile(state, frame.fileId)) return null
  const selected = targetOf({ selection: state.selection, pinned: null })
  return {
    onSelection: state.onSelection === id,
    frame: `On its frame: ${frame.name || 'the layer it was made for'}`,
    selection: `On the selection: ${selected?.name ?? 'nothing yet'}`,
  }
}
