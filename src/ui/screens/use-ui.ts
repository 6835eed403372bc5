import type { ReadonlySignal } from '@preact/signals'
import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Actions } from '../actions/create-actions.ts'
import type { UiEvent } from '../state/ui-event.ts'
import type { UiState } from '../state/ui-state.ts'

export interface Ui {
  state: ReadonlySignal<UiState>
  dispatch: (event: UiEvent) => void
  actions: Actions
}

export const UiContext = createContext<Ui | null>(null)

/** The state as it is now, and what can be done; a component that asks is drawn again when the state changes. */
export function useUi(): { state: UiState; dispatch: Ui['dispatch']; actions: Actions } {
  const ui = useContext(UiContext)
  if (!ui) throw new Error('useUi is called outside of the window')
  return { state: ui.state.value, dispatch: ui.dispatch, actions: ui.actions }
}
