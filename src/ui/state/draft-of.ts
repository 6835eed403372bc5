import type { Draft } from '#contract/settings.ts'
import type { UiState } from './ui-state.ts'

/** What of the state survives a reload of the window. */
export function draftOf(state: Pick<UiState, 'brief' | 'pinned' | 'marks' | 'selection'>): Draft {
  return {
    brief: state.brief,
    pinnedNodeId: state.pinned?.id ?? null,
    pinnedFileId: state.pinned ? (state.selection?.fileId ?? null) : null,
    marks: [...state.marks],
  }
}
