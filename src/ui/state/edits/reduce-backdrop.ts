import type { Reducers } from '../ui-event.ts'
import type { UiState } from '../ui-state.ts'
import { unreadBackdrop } from './backdrop-state.ts'

type Names = 'backdropAsked' | 'backdropRead' | 'backdropFailed' | 'backdropDismissed'

/** What stands before a new background. An answer to another question than the last is dropped. */
export const backdropReducers: Reducers<Names, UiState> = {
  backdropAsked: (state, { frame, wanted }) => {
    const old = state.backdrop?.frame.id === frame.id ? state.backdrop : unreadBackdrop(frame)
    const serial = (state.backdrop?.serial ?? 0) + 1
    return { ...state, backdrop: { ...old, serial, frame, wanted, reading: true, failure: null } }
  },
  backdropRead: (state, { serial, ...read }) =>
    state.backdrop?.serial === serial
      ? { ...state, backdrop: { ...state.backdrop, reading: false, failure: null, ...read } }
      : state,
  // What was read before may be of another layer than the one chosen since.
  backdropFailed: (state, { serial, failure }) =>
    state.backdrop?.serial === serial
      ? { ...state, backdrop: { ...state.backdrop, reading: false, failure, into: null, foreground: null } }
      : state,
  backdropDismissed: (state) => ({ ...state, backdrop: state.backdrop && { ...state.backdrop, failure: null } }),
}
