import type { Draft } from '#contract/settings.ts'
import type { UiState } from './ui-state.ts'

const KEPT_JOBS = 50

/** What of the state survives a reload of the window. */
export function draftOf(state: Pick<UiState, 'brief' | 'pinned' | 'jobs' | 'selection'>): Draft {
  return {
    brief: state.brief,
    pinnedNodeId: state.pinned?.id ?? null,
    pinnedFileId: state.pinned ? (state.selection?.fileId ?? null) : null,
    jobIds: state.jobs.slice(0, KEPT_JOBS).map((entry) => entry.id),
  }
}
