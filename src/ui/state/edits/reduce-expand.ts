import type { Reducers } from '../ui-event.ts'
import type { UiState } from '../ui-state.ts'

/** How a picture is expanded. */
export const expandReducers: Reducers<'expandChosen', UiState> = {
  expandChosen: (state, { expand }) => ({ ...state, expand: { ...state.expand, ...expand } }),
}
