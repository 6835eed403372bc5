import type { Reducers } from '../ui-event.ts'
import type { UiState } from '../ui-state.ts'

type Names =
  | 'resultChosen'
  | 'zoomOpened'
  | 'zoomClosed'
  | 'zoomViewChosen'
  | 'placeChosen'
  | 'placingStarted'
  | 'resultPlaced'
  | 'placingFailed'
  | 'misplacedDismissed'

/** Finished pictures: choosing, looking, placing. */
export const resultReducers: Reducers<Names, UiState> = {
  resultChosen: (state, { pick }) => ({ ...state, chosen: pick }),
  zoomOpened: (state, { pick }) => ({ ...state, zoomed: pick, chosen: pick, zoomView: 'result' }),
  zoomClosed: (state) => ({ ...state, zoomed: null }),
  zoomViewChosen: (state, { view }) => ({ ...state, zoomView: view }),
  placeChosen: (state, { jobId, onSelection }) => ({ ...state, onSelection: onSelection ? jobId : null }),
  placingStarted: (state, { placing }) => ({ ...state, placing, placed: null, misplaced: null }),
  resultPlaced: (state, { pick, said, nodeId }) => ({ ...state, placing: null, placed: { ...pick, said, nodeId } }),
  placingFailed: (state, { pick, failure }) => ({ ...state, placing: null, misplaced: { ...pick, failure } }),
  misplacedDismissed: (state) => ({ ...state, misplaced: null }),
}
