import type { Job } from '#domain/job.ts'
import { targetOf } from '../brief/target.ts'
import type { UiState } from '../ui-state.ts'
import { isPresentFile } from './is-present-file.ts'

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
  return {
    onSelection: state.onSelection === id,
    frame: `On its frame: ${frame.name || 'the layer it was made for'}`,
    selection: selectionLabel(state),
  }
}

/** Where a picture goes that goes to what is selected: “On the selection: Card”. */
export function selectionLabel(state: Pick<UiState, 'selection'>): string {
  const selected = targetOf({ selection: state.selection, pinned: null })
  return `On the selection: ${selected?.name ?? 'nothing yet'}`
}
