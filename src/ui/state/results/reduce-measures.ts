import type { Reducers } from '../ui-event.ts'
import type { UiState } from '../ui-state.ts'

/** What was measured of pictures. */
export const measureReducers: Reducers<'pictureMeasured', UiState> = {
  pictureMeasured: (state, { imageId, measures }) => ({
    ...state,
    measures: { ...state.measures, [imageId]: measures },
  }),
}
