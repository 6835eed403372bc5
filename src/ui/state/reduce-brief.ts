import { stageRow } from '#domain/stage.ts'
import type { Reducers } from './ui-event.ts'
import type { UiState } from './ui-state.ts'

type Names = 'ideaWritten' | 'sentencesWritten' | 'stageChosen' | 'renderChosen' | 'briefReplaced'

/** What the designer writes and chooses. */
export const briefReducers: Reducers<Names, UiState> = {
  ideaWritten: (state, { idea }) => ({ ...state, brief: { ...state.brief, idea } }),
  sentencesWritten: (state, { list, sentences }) => ({ ...state, brief: { ...state.brief, [list]: sentences } }),
  stageChosen: (state, { stage }) => ({
    ...state,
    brief: {
      ...state.brief,
      render: { ...state.brief.render, stage, partialImages: stageRow(stage).partialImages },
    },
  }),
  renderChosen: (state, { render }) => ({
    ...state,
    brief: { ...state.brief, render: { ...state.brief.render, ...render } },
  }),
  briefReplaced: (state, { brief }) => ({ ...state, brief, screen: 'create' }),
}
