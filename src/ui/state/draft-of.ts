import type { Draft } from '#contract/settings.ts'
import type { UiState } from './ui-state.ts'

const KEPT_JOBS = 50

/** What of the state survives a reload of the window. */
export function draftOf(state: Pick<UiState, 'brief' | 'pinned' | 'jobs' | 'remembered' | 'selection'>): Draft {
  const jobIds = new Set([...state.jobs.map((entry) => entry.id), ...state.remembered])
  return {
    brief: state.brief,
    pinnedNodeId: state.pinned?.id ?? null,
    pinnedFileId: state.pinned ? (state.selection?.fileId ?? null) : null,
    jobIds: [...jobIds].slice(0, KEPT_JOBS),
  }
}
