import type { NodeSnapshot } from '#contract/plugin-wire.ts'
import type { Original } from '#domain/edits/edit.ts'
import { exchangeKeep } from '../brief/exchange-keep.ts'
import { inMode, verbIn } from '../brief/in-mode.ts'
import type { Reducers } from '../ui-event.ts'
import type { UiState } from '../ui-state.ts'
import { editBefore } from './edit-before.ts'
import { newEdit } from './edit-of.ts'
import type { EditState } from './edit-state.ts'

type Names =
  | 'modeChosen'
  | 'originalStarted'
  | 'originalRead'
  | 'originalFailed'
  | 'originalDropped'
  | 'protectingStarted'
  | 'protectingEnded'
  | 'editedNodeFound'
  | 'editedNodeLost'
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

const hasOwnAlpha = ({ parts }: EditState): boolean => parts.some(({ kind }) => kind === 'alpha')

/** Whether what was drawn over the picture fits this one too: it is as large, and in the same layer. */
function samePlace({ brief, editing }: UiState, node: NodeSnapshot, original: Original): boolean {
  const old = brief.edit?.original
  return (
    old !== undefined &&
    (editing.node?.id ?? old.fill?.nodeId) === node.id &&
    (old.fill === null) === (original.fill === null) &&
    old.width === original.width &&
    old.height === original.height
  )
}

/** The picture that is edited, and what is done to it. */
export const editReducers: Reducers<Names, UiState> = {
  modeChosen: (state, { mode }) => inMode(state, mode),
  originalStarted: (state, { name }) => withEditing(state, { reading: name, failure: null }),
  originalRead: (state, { node, original }) => {
    const { edit } = state.brief
    const same = edit !== null && samePlace(state, node, original)
    // The picture’s own transparency is another one in another picture.
    const redrawn = same && edit.original.imageId !== original.imageId && hasOwnAlpha(state.editing)
    const mask = same && !redrawn ? edit.mask : null
    const read = same ? { ...edit, original, mask } : newEdit(original, state.editing.verb)
    const tools = same ? state.editing.tools : { ...state.editing.tools, size: brushFor(original) }
    // Layers lie elsewhere over another picture, and what was drawn was drawn on the old one.
    const fresh = same ? {} : { parts: [], measured: null, kept: null, gone: [] }
    const again = redrawn ? { measured: null, kept: edit.mask && { mask: edit.mask, parts: [] } } : {}
    const at = { node, tools, lost: false, reading: null, failure: null, before: null }
    return { ...withEditing(state, { ...fresh, ...again, ...at }), brief: { ...state.brief, edit: read } }
  },
  originalFailed: (state, { failure }) => withEditing(state, { reading: null, failure }),
  originalDropped: (state) => ({
    ...withEditing(state, {
      ...{ node: null, lost: false, parts: [], measured: null, kept: null, gone: [] },
      ...{ drawing: false, failure: null, before: editBefore(state, 'The picture was dropped.') },
    }),
    brief: { ...state.brief, edit: null },
  }),
  protectingStarted: (state) => withEditing(state, { protecting: true }),
  protectingEnded: (state) => withEditing(state, { protecting: false }),
  editedNodeFound: (state, { node }) => withEditing(state, { node, lost: false }),
  editedNodeLost: (state) => withEditing(state, { node: null, lost: true }),
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
