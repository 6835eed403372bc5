import type { Draft } from '#contract/settings.ts'
import type { UiState } from '../ui-state.ts'

/** What of the state survives a reload of the window. */
export function draftOf(state: Pick<UiState, 'brief' | 'editing' | 'pinned' | 'marks' | 'selection'>): Draft {
  const { edit } = state.brief
  return {
    // While a newer mask is not measured the last one protects the picture.
    brief: edit ? { ...state.brief, edit: { ...edit, mask: edit.mask ?? state.editing.kept } } : state.brief,
    pinnedNodeId: state.pinned?.id ?? null,
    pinnedFileId: state.pinned ? (state.selection?.fileId ?? null) : null,
    marks: [...state.marks],
  }
}
