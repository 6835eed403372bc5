import { unreadBackdrop } from './backdrop-state.ts'
import type { Reducers } from './ui-event.ts'
import type { UiState } from './ui-state.ts'

type Names = 'backdropAsked' | 'backdropRead' | 'backdropFailed' | 'backdropDismissed'

/** What stands before a new background. An answer about another frame than the one asked for last is dropped. */
export const backdropReducers: Reducers<Names, UiState> = {
  backdropAsked: (state, { frameId }) => ({
    ...state,
    backdrop:
      state.backdrop?.frameId === frameId
        ? { ...state.backdrop, reading: true, failure: null }
        : unreadBackdrop(frameId),
  }),
  backdropRead: (state, { frameId, ...read }) =>
    state.backdrop?.frameId === frameId
      ? { ...state, backdrop: { frameId, reading: false, failure: null, ...read } }
      : state,
  backdropFailed: (state, { frameId, failure }) =>
    state.backdrop?.frameId === frameId
      ? { ...state, backdrop: { ...state.backdrop, reading: false, failure } }
      : state,
  backdropDismissed: (state) => ({ ...state, backdrop: state.backdrop && { ...state.backdrop, failure: null } }),
}
