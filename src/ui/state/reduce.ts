import { backdropReducers } from './reduce-backdrop.ts'
import { briefReducers } from './reduce-brief.ts'
import { connectionReducers } from './reduce-connection.ts'
import { editReducers } from './reduce-edit.ts'
import { expandReducers } from './reduce-expand.ts'
import { jobReducers } from './reduce-jobs.ts'
import { markReducers } from './reduce-marks.ts'
import { maskReducers } from './reduce-mask.ts'
import { measureReducers } from './reduce-measures.ts'
import { referenceReducers } from './reduce-references.ts'
import { resultReducers } from './reduce-results.ts'
import { reviewReducers } from './reduce-review.ts'
import { windowReducers } from './reduce-window.ts'
import type { Reducers, UiEvent, UiEventName, UiEvents } from './ui-event.ts'
import type { UiState } from './ui-state.ts'

const reducers: Reducers<UiEventName, UiState> = {
  ...windowReducers,
  ...briefReducers,
  ...editReducers,
  ...maskReducers,
  ...referenceReducers,
  ...measureReducers,
  ...expandReducers,
  ...backdropReducers,
  ...reviewReducers,
  ...connectionReducers,
  ...jobReducers,
  ...markReducers,
  ...resultReducers,
}

function apply<N extends UiEventName>(state: UiState, type: N, event: UiEvents[N]): UiState {
  return reducers[type](state, event)
}

/** The state after an event. The only door into the state; never throws. */
export function reduce(state: UiState, event: UiEvent): UiState {
  return apply(state, event.type, event)
}
