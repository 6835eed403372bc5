import type { Draft } from '#contract/settings.ts'
import { strokesSince } from '../edits/strokes-since.ts'
import type { UiState } from '../ui-state.ts'

/** What of the state survives a reload of the window. */
export function draftOf(state: Pick<UiState, 'brief' | 'editing' | 'pinned' | 'marks' | 'selection'>): Draft {
  const { brief, editing, selection } = state
  const { edit } = brief
  const { node } = editing
  const fileId = selection?.fileId ?? null
  return {
    // While a newer mask is not measured the last one protects the picture.
    brief: edit ? { ...brief, edit: { ...edit, mask: edit.mask ?? editing.kept?.mask ?? null } } : brief,
    pinnedNodeId: state.pinned?.id ?? null,
    pinnedFileId: state.pinned ? fileId : null,
    edited: edit?.original.fill === null && node && fileId !== null ? { nodeId: node.id, fileId } : null,
    strokes: edit && !edit.mask ? strokesSince(editing.kept?.parts ?? [], editing.parts) : [],
    marks: [...state.marks],
  }
}
