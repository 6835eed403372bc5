import type { Reducers } from './ui-event.ts'
import { formOf, type UiState } from './ui-state.ts'

type Names =
  | 'connectionChecked'
  | 'sessionReceived'
  | 'connectionFailed'
  | 'formEdited'
  | 'testStarted'
  | 'testFinished'
  | 'settingsSaved'

/** The proxy, and the settings that lead to it. */
export const connectionReducers: Reducers<Names, UiState> = {
  connectionChecked: (state) => ({ ...state, connection: { ...state.connection, checking: true } }),
  sessionReceived: (state, { session }) => ({ ...state, connection: { checking: false, session, failure: null } }),
  connectionFailed: (state, { failure }) => ({
    ...state,
    connection: { ...state.connection, checking: false, failure },
  }),
  formEdited: (state, { form }) => ({
    ...state,
    form: { ...state.form, ...form, tested: 'tokenShown' in form ? state.form.tested : false },
  }),
  testStarted: (state) => ({ ...state, form: { ...state.form, testing: true, tested: false } }),
  testFinished: (state) => ({ ...state, form: { ...state.form, testing: false, tested: true } }),
  settingsSaved: (state, { settings }) => {
    const same = settings.proxyUrl === state.settings.proxyUrl && settings.token === state.settings.token
    return {
      ...state,
      settings,
      form: { ...formOf(settings), tokenShown: state.form.tokenShown, testing: state.form.testing },
      connection: same ? state.connection : { checking: false, session: null, failure: null },
    }
  },
}
