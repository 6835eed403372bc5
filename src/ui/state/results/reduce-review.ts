import type { Reducers } from '../ui-event.ts'
import type { UiState } from '../ui-state.ts'

type Names = 'reviewStarted' | 'reviewDone' | 'reviewFailed' | 'reviewDismissed'

/** Reviewing pictures on the canvas. */
export const reviewReducers: Reducers<Names, UiState> = {
  reviewStarted: (state, { nodeId, busy }) => ({ ...state, reviewing: { nodeId, busy, said: null, failure: null } }),
  reviewDone: (state, { nodeId, said }) => ({ ...state, reviewing: { nodeId, busy: null, said, failure: null } }),
  reviewFailed: (state, { nodeId, failure }) => ({ ...state, reviewing: { nodeId, busy: null, said: null, failure } }),
  reviewDismissed: (state) => ({ ...state, reviewing: null }),
}
