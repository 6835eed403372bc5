import { sameSettings } from '../state/same-settings.ts'
import type { Screen } from '../state/ui-state.ts'
import type { ActionContext } from './action-context.ts'
import { testConnection } from './test-connection.ts'

/** Goes to a screen. Settings that were edited and left without a test are saved and tried, not lost. */
export async function showScreen(context: ActionContext, screen: Screen): Promise<void> {
  const { form, settings, screen: left } = context.read()
  const edited = !sameSettings(form, settings)
  // It reads the form before it waits for anything, so before the next line puts the form back.
  const tested = left === 'settings' && screen !== 'settings' && edited ? testConnection(context) : null
  context.dispatch({ type: 'screenChosen', screen })
  const failure = await tested
  if (failure) context.dispatch({ type: 'failed', failure })
}
