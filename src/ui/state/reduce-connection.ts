import { sameSettings } from './same-settings.ts'
import type { Reducers } from './ui-event.ts'
import { formOf, type UiState } from './ui-state.ts'

type Names =
  | 'connectionChecked'
  | 'sessionReceived'
  | 'connectionFailed'
  | 'formEdited'
  | 'testStarted'
  | 'testFailed'
  | 'testFinished'
  | 'settingsSaved'

/** Of another member or proxy nothing is known yet, and what the last one made is not theirs. */
const NOTHING_KNOWN: Partial<UiState> = {
  connection: { checking: false, session: null, failure: null },
  jobs: [],
  changed: null,
  found: null,
  olderThan: null,
  chosen: null,
  zoomed: null,
  onSelection: null,
  placed: null,
  misplaced: null,
}

/** The proxy, and the settings that lead to it. */
export const connectionReducers: Reducers<Names, UiState> = {
  connectionChecked: (state) => ({ ...state, connection: { ...state.connection, checking: true } }),
  sessionReceived: (state, { session }) => {
    const { failure } = state.editing.measured ?? {}
    // What the proxy could not be asked is asked again now that it answers.
    const again = failure && (failure.retryable || state.connection.session === null)
    const editing = again ? { ...state.editing, measured: null } : state.editing
    return { ...state, editing, connection: { checking: false, session, failure: null } }
  },
  connectionFailed: (state, { failure }) => ({
    ...state,
    connection: { ...state.connection, checking: false, failure },
  }),
  formEdited: (state, { form }) => {
    const answered = 'tokenShown' in form ? {} : { tested: false, failure: null }
    return { ...state, form: { ...state.form, ...form, ...answered } }
  },
  testStarted: (state) => ({ ...state, form: { ...state.form, testing: true, tested: false, failure: null } }),
  testFailed: (state, { failure }) => ({ ...state, form: { ...state.form, failure } }),
  testFinished: (state) => ({ ...state, form: { ...state.form, testing: false, tested: true } }),
  settingsSaved: (state, { settings }) => {
    const form = { ...formOf(settings), tokenShown: state.form.tokenShown, testing: state.form.testing }
    // The old value stays: actions tell by it whether an answer still belongs to the settings.
    if (sameSettings(settings, state.settings)) return { ...state, form }
    return { ...state, ...NOTHING_KNOWN, settings, form }
  },
}
