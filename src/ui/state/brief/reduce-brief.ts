import type { Brief, Render } from '#domain/brief.ts'
import { ROLES } from '#domain/reference.ts'
import { stageRow } from '#domain/stage.ts'
import { editStateAfter } from '../edits/edit-of.ts'
import type { Reducers } from '../ui-event.ts'
import type { UiState } from '../ui-state.ts'
import { fitRender } from './fit-render.ts'

type Names =
  | 'ideaWritten'
  | 'sentencesWritten'
  | 'stageChosen'
  | 'qualityChosen'
  | 'renderChosen'
  | 'briefReplaced'
  | 'replacedDismissed'

const withRender = (state: UiState, render: Render): UiState => ({
  ...state,
  brief: { ...state.brief, render: fitRender(render) },
})

/** A brief as it was written: what its mode adds itself when it is sent is left out. */
const ownWords = (brief: Brief): Brief => ({
  ...brief,
  references: brief.references.filter(({ role }) => ROLES[role].chosen),
  foreground: [],
})

/** What the designer writes and chooses. */
export const briefReducers: Reducers<Names, UiState> = {
  ideaWritten: (state, { idea }) => ({ ...state, brief: { ...state.brief, idea } }),
  sentencesWritten: (state, { list, sentences }) => ({ ...state, brief: { ...state.brief, [list]: sentences } }),
  stageChosen: (state, { stage }) => {
    const { quality: _, ...render } = state.brief.render
    return withRender(state, { ...render, stage, partialImages: stageRow(stage).partialImages })
  },
  qualityChosen: (state, { quality }) => {
    const { quality: _, ...render } = state.brief.render
    return withRender(state, quality === null ? render : { ...render, quality })
  },
  renderChosen: (state, { render }) => withRender(state, { ...state.brief.render, ...render }),
  briefReplaced: (state, { brief }) => {
    const { idea } = state.brief
    const replaced = idea.trim() === '' || idea === brief.idea ? state.replaced : state.brief
    return {
      ...state,
      brief: ownWords(brief),
      editing: editStateAfter(state.editing, state.brief, brief),
      replaced,
      screen: 'create',
      zoomed: null,
    }
  },
  replacedDismissed: (state) => ({ ...state, replaced: null }),
}
