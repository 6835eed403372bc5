import { newEdit } from './edit-of.ts'
import type { EditState } from './edit-state.ts'
import { exchangeKeep } from './exchange-keep.ts'
import { inMode, verbIn } from './in-mode.ts'
import type { Reducers } from './ui-event.ts'
import type { UiState } from './ui-state.ts'

type Names =
  | 'modeChosen'
  | 'originalStarted'
  | 'originalRead'
  | 'originalFailed'
  | 'originalDropped'
  | 'editedNodeFound'
  | 'verbChosen'
  | 'editChosen'
  | 'editFailureDismissed'

const withEditing = (state: UiState, editing: Partial<EditState>): UiState => ({
  ...state,
  editing: { ...state.editing, ...editing },
})

/** The brush that is easy to handle on a picture: a tenth of its shorter side. */
const brushFor = ({ width, height }: { width: number; height: number }): number =>
  Math.max(1, Math.round(Math.min(width, height) / 10))

/** The picture that is edited, and what is done to it. */
export const editReducers: Reducers<Names, UiState> = {
  modeChosen: (state, { mode }) => inMode(state, mode),
  originalStarted: (state, { name }) => withEditing(state, { reading: name, failure: null }),
  originalRead: (state, { node, original }) => {
    const { edit } = state.brief
    const same = edit?.original.imageId === original.imageId && state.editing.node?.id === node.id
    const read = same ? { ...edit, original } : newEdit(original, state.editing.verb)
    const tools = same ? state.editing.tools : { ...state.editing.tools, size: brushFor(original) }
    // Layers lie elsewhere over another picture, and what was drawn was drawn on the old one.
    const fresh = same ? {} : { parts: [], measured: null }
    const next = withEditing(state, { ...fresh, node, tools, reading: null, failure: null })
    return { ...next, brief: { ...state.brief, edit: read } }
  },
  originalFailed: (state, { failure }) => withEditing(state, { reading: null, failure }),
  originalDropped: (state) => ({
    ...withEditing(state, { node: null, parts: [], measured: null, drawing: false, failure: null }),
    brief: { ...state.brief, edit: null },
  }),
  editedNodeFound: (state, { node }) => withEditing(state, { node }),
  verbChosen: (state, { verb }) => {
    const { brief, editing } = state
    const keep = exchangeKeep(brief.keep, verbIn(brief, editing.verb), verb)
    return { ...withEditing(state, { verb }), brief: { ...brief, keep, edit: brief.edit && { ...brief.edit, verb } } }
  },
  editChosen: (state, { edit }) => ({
    ...state,
    brief: { ...state.brief, edit: state.brief.edit && { ...state.brief.edit, ...edit } },
  }),
  editFailureDismissed: (state) => withEditing(state, { failure: null }),
}
