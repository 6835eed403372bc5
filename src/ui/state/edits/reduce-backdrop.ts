import type { Failure } from '#domain/failure.ts'
import type { Reducers } from '../ui-event.ts'
import type { UiState } from '../ui-state.ts'
import { type Backdrop, unreadBackdrop } from './backdrop-state.ts'

type Names = 'backdropAsked' | 'backdropRead' | 'backdropFailed' | 'backdropDismissed'

/** What was read of the same layer before is still to be seen after a failure that passes; any other layer’s is not. */
function failed(backdrop: Backdrop, failure: Failure): Backdrop {
  const { into, foreground } = backdrop
  const wanted = failure.code === 'backdrop_removed' ? null : backdrop.wanted
  const kept = failure.retryable && into?.id === wanted ? { into, foreground } : { into: null, foreground: null }
  return { ...backdrop, wanted, reading: false, failure, ...kept }
}

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
  backdropFailed: (state, { serial, failure }) =>
    state.backdrop?.serial === serial ? { ...state, backdrop: failed(state.backdrop, failure) } : state,
  backdropDismissed: (state) => ({ ...state, backdrop: state.backdrop && { ...state.backdrop, failure: null } }),
}
