import { reduce } from '#ui/state/reduce.ts'
import type { UiEvent, UiEvents } from '#ui/state/ui-event.ts'
import { INITIAL_STATE, type UiState } from '#ui/state/ui-state.ts'
import { sampleNode, selectionOf } from './sample-node.ts'
import { sampleSession } from './sample-session.ts'

/** The state after events, from the first one. */
export const stateAfter = (...events: UiEvent[]): UiState => events.reduce(reduce, INITIAL_STATE)

export const settings = { proxyUrl: 'http://localhost:8787', token: 'fw_test' }
export const opened: UiEvents['opened'] & { type: 'opened' } = {
  type: 'opened',
  settings,
  draft: null,
  unread: [],
  selection: selectionOf(sampleNode()),
  pinned: null,
  edited: null,
}
export const connected: UiEvent = { type: 'sessionReceived', session: sampleSession() }
export const written: UiEvent = { type: 'ideaWritten', idea: 'A matte black desk lamp on walnut' }

/** Opened, connected, a frame selected, a brief written. */
export const readyState = (...events: UiEvent[]): UiState => stateAfter(opened, connected, written, ...events)
