import { briefReducers } from './brief/reduce-brief.ts'
import { referenceReducers } from './brief/reduce-references.ts'
import { backdropReducers } from './edits/reduce-backdrop.ts'
import { editReducers } from './edits/reduce-edit.ts'
import { expandReducers } from './edits/reduce-expand.ts'
import { maskReducers } from './edits/reduce-mask.ts'
import { jobReducers } from './jobs/reduce-jobs.ts'
import { markReducers } from './jobs/reduce-marks.ts'
import { connectionReducers } from './reduce-connection.ts'
import { windowReducers } from './reduce-window.ts'
import { measureReducers } from './results/reduce-measures.ts'
import { resultReducers } from './results/reduce-results.ts'
import { reviewReducers } from './results/reduce-review.ts'
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
