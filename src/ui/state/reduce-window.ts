import type { NodeSnapshot, Selection } from '#contract/plugin-wire.ts'
import { makeFailure } from '#domain/failure.ts'
import type { Backdrop } from './edits/backdrop-state.ts'
import { editStateOf, withStrokes } from './edits/edit-of.ts'
import type { EditState } from './edits/edit-state.ts'
import { inOrder } from './jobs/in-order.ts'
import type { Reducers } from './ui-event.ts'
import { formOf, type UiState } from './ui-state.ts'

type Names =
  | 'opened'
  | 'screenChosen'
  | 'failed'
  | 'failureDismissed'
  | 'selectionChanged'
  | 'fileMarked'
  | 'nodeRead'
  | 'nodeGone'
  | 'framePinned'
  | 'frameUnpinned'

/** The held frame as it is now, when the selection shows it. */
function refresh(pinned: NodeSnapshot | null, selection: Selection): NodeSnapshot | null {
  return selection.nodes.find((node) => node.id === pinned?.id) ?? pinned
}

const withNodes = (state: UiState, change: (nodes: NodeSnapshot[]) => NodeSnapshot[]): UiState['selection'] =>
  state.selection && { ...state.selection, nodes: change(state.selection.nodes) }

/** Its picture is at the proxy, so that an edit of a layer as it looks can still be sent. */
function withoutNode(editing: EditState, nodeId: string): EditState {
  const inMask = editing.parts.some(
    (part) => part.kind === 'layers' && part.layers.some((layer) => layer.nodeId === nodeId),
  )
  const gone = inMask && !editing.gone.includes(nodeId) ? [...editing.gone, nodeId] : editing.gone
  return editing.node?.id === nodeId ? { ...editing, gone, node: null, lost: true } : { ...editing, gone }
}

/** A background goes nowhere once its layer is gone, or the frame that is in. */
function backdropWithout(backdrop: Backdrop, nodeId: string): Backdrop {
  const wanted = backdrop.wanted === nodeId ? null : backdrop.wanted
  if (backdrop.into?.id !== nodeId && backdrop.frame.id !== nodeId) return { ...backdrop, wanted }
  const failure = makeFailure(backdrop.frame.id === nodeId ? 'frame_removed' : 'backdrop_removed')
  return { ...backdrop, wanted, into: null, foreground: null, failure }
}

/** The layers of an edit as they are now. */
function seenAgain(state: UiState, nodes: readonly NodeSnapshot[]): EditState {
  const { editing, brief } = state
  const fill = brief.edit?.original.fill
  const back = nodes.find(
    ({ id, imageFills }) => id === fill?.nodeId && imageFills.some(({ imageHash }) => imageHash === fill.imageHash),
  )
  const node = nodes.find(({ id }) => id === editing.node?.id) ?? editing.node ?? back ?? null
  const gone = editing.gone.filter((nodeId) => !nodes.some(({ id }) => id === nodeId))
  return { ...editing, node, lost: editing.lost && node === null, gone }
}

/** The window and the canvas behind it. */
export const windowReducers: Reducers<Names, UiState> = {
  opened: (state, { settings, draft, unread, selection, pinned, edited }) => ({
    ...state,
    loaded: true,
    unread,
    screen: settings.token === '' ? 'settings' : 'create',
    settings,
    form: formOf(settings),
    selection,
    pinned,
    marks: draft?.marks ?? [],
    ...withStrokes(
      {
        brief: draft?.brief ?? state.brief,
        editing: { ...editStateOf(draft?.brief ?? state.brief), node: edited },
      },
      draft?.strokes ?? [],
    ),
  }),
  screenChosen: (state, { screen }) => ({
    ...state,
    screen,
    jobs: inOrder(state.jobs),
    zoomed: null,
    onSelection: null,
    failure: null,
    reviewing: state.reviewing?.busy ? state.reviewing : null,
    form: formOf(state.settings),
  }),
  failed: (state, { failure }) => ({ ...state, failure }),
  failureDismissed: (state) => ({ ...state, failure: null }),
  selectionChanged: (state, { selection }) => ({
    ...state,
    selection,
    pinned: refresh(state.pinned, selection),
    editing: seenAgain(state, selection.nodes),
  }),
  fileMarked: (state, { fileId }) => ({
    ...state,
    selection: state.selection && { ...state.selection, fileId },
  }),
  nodeRead: (state, { node }) => ({
    ...state,
    selection: withNodes(state, (nodes) => nodes.map((old) => (old.id === node.id ? node : old))),
    pinned: state.pinned?.id === node.id ? node : state.pinned,
    editing: seenAgain(state, [node]),
    backdrop: state.backdrop?.into?.id === node.id ? { ...state.backdrop, into: node } : state.backdrop,
  }),
  nodeGone: (state, { nodeId }) => ({
    ...state,
    selection: withNodes(state, (nodes) => nodes.filter((old) => old.id !== nodeId)),
    pinned: state.pinned?.id === nodeId ? null : state.pinned,
    editing: withoutNode(state.editing, nodeId),
    backdrop: state.backdrop && backdropWithout(state.backdrop, nodeId),
  }),
  framePinned: (state, { node }) => ({ ...state, pinned: node }),
  frameUnpinned: (state) => ({ ...state, pinned: null }),
}
