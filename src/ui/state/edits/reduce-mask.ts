import type { DrawOp } from '#contract/draw-op.ts'
import type { Reducers } from '../ui-event.ts'
import type { UiState } from '../ui-state.ts'
import { editBefore } from './edit-before.ts'
import type { EditBefore, EditState } from './edit-state.ts'
import type { MaskPart, NewMaskPart } from './mask-part.ts'
import { counts } from './mask-part.ts'

type Names =
  | 'maskPartAdded'
  | 'maskPartReplaced'
  | 'maskPartRemoved'
  | 'maskSideChosen'
  | 'maskPartFailed'
  | 'drawingOpened'
  | 'drawingClosed'
  | 'maskDrawn'
  | 'maskUndone'
  | 'maskRedone'
  | 'maskToolsChosen'
  | 'maskMeasured'
  | 'maskAskedAgain'
  | 'maskLayerMoved'
  | 'removalUndone'

const keptMask = ({ brief, editing }: UiState): EditState['kept'] =>
  brief.edit?.mask ? { mask: brief.edit.mask, parts: editing.parts } : editing.kept

/** The mask made of other parts; the one the proxy keeps is no longer it. */
function withParts(state: UiState, parts: readonly MaskPart[], before: EditBefore | null = null): UiState {
  const { brief, editing } = state
  const last = keptMask(state)
  const kept = editing.drawing || parts.some(counts) ? last : null
  return {
    ...state,
    brief: { ...brief, edit: brief.edit && { ...brief.edit, mask: null } },
    editing: { ...editing, parts, measured: null, kept, before },
  }
}

function add(state: UiState, part: NewMaskPart): UiState {
  const key = state.editing.made + 1
  const added = withParts(state, [...state.editing.parts, { ...part, key }])
  return { ...added, editing: { ...added.editing, made: key } }
}

const change = (state: UiState, key: number, changed: (part: MaskPart) => MaskPart): UiState =>
  withParts(
    state,
    state.editing.parts.map((part) => (part.key === key ? changed(part) : part)),
  )

function draw(state: UiState, op: DrawOp): UiState {
  const last = state.editing.parts.at(-1)
  if (last?.kind !== 'drawing') return add(state, { kind: 'drawing', ops: [op], undone: [] })
  return change(state, last.key, () => ({ ...last, ops: [...last.ops, op], undone: [] }))
}

/** What was drawn last goes, or comes back. */
function step(state: UiState, from: 'ops' | 'undone', to: 'ops' | 'undone'): UiState {
  const last = state.editing.parts.at(-1)
  const op = last?.kind === 'drawing' ? last[from].at(-1) : undefined
  if (last?.kind !== 'drawing' || !op) return state
  return change(state, last.key, () => ({ ...last, [from]: last[from].slice(0, -1), [to]: [...last[to], op] }))
}

/** The drawing as it was before it was cleared and left. */
function beforeClear(state: UiState): EditBefore | null {
  const last = state.editing.parts.at(-1)
  if (last?.kind !== 'drawing' || last.ops.at(-1)?.tool !== 'clear') return null
  const before = editBefore(state, 'The drawing was cleared.')
  if (!before) return null
  const parts = [...state.editing.parts.slice(0, -1), { ...last, ops: last.ops.slice(0, -1) }]
  return { ...before, edit: { ...before.edit, mask: null }, parts, measured: null }
}

/** What the mask is made of. */
export const maskReducers: Reducers<Names, UiState> = {
  maskPartAdded: (state, { part }) => add(state, part),
  maskPartReplaced: (state, { part }) => change(state, part.key, () => part),
  maskPartRemoved: (state, { key }) =>
    withParts(
      state,
      state.editing.parts.filter((part) => part.key !== key),
      editBefore(state, 'A part of the mask was removed.'),
    ),
  maskSideChosen: (state, { key, side }) =>
    change(state, key, (part) => (part.kind === 'drawing' ? part : { ...part, side })),
  maskPartFailed: (state, { failure }) => ({ ...state, editing: { ...state.editing, failure } }),
  drawingOpened: (state) => ({ ...state, editing: { ...state.editing, drawing: true } }),
  drawingClosed: (state) => {
    const closed = { ...state, editing: { ...state.editing, drawing: false } }
    const left = closed.editing.parts.filter(counts)
    return left.length === closed.editing.parts.length ? closed : withParts(closed, left, beforeClear(state))
  },
  maskDrawn: (state, { op }) => draw(state, op),
  maskUndone: (state) => step(state, 'ops', 'undone'),
  maskRedone: (state) => step(state, 'undone', 'ops'),
  maskToolsChosen: (state, { tools }) => ({
    ...state,
    editing: { ...state.editing, tools: { ...state.editing.tools, ...tools } },
  }),
  maskMeasured: (state, { parts, mask, share, failure }) => {
    const { brief, editing } = state
    if (editing.parts !== parts || !brief.edit) return state
    return {
      ...state,
      brief: { ...brief, edit: { ...brief.edit, mask } },
      editing: { ...editing, measured: { parts, share, failure } },
    }
  },
  maskAskedAgain: (state) => ({ ...state, editing: { ...state.editing, measured: null } }),
  maskLayerMoved: (state, { part, failure }) => {
    const moved = change(state, part.key, () => part)
    return { ...moved, editing: { ...moved.editing, failure } }
  },
  removalUndone: (state) => {
    const { brief, editing } = state
    if (!editing.before) return state
    const { said: _, edit, ...rest } = editing.before
    return {
      ...state,
      brief: { ...brief, edit },
      editing: { ...editing, ...rest, verb: edit.verb, before: null, lost: false },
    }
  },
}
