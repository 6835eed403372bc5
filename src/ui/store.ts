import { type ReadonlySignal, signal } from '@preact/signals'
import { reduce } from './state/reduce.ts'
import type { UiEvent } from './state/ui-event.ts'
import { INITIAL_STATE, type UiState } from './state/ui-state.ts'

/** The one state of the window and its one door. */
export interface Store {
  state: ReadonlySignal<UiState>
  dispatch: (event: UiEvent) => void
}

export function createStore(initial: UiState = INITIAL_STATE): Store {
  const state = signal(initial)
  return {
    state,
    dispatch: (event) => {
      state.value = reduce(state.peek(), event)
    },
  }
}
