import { readProxyAddress } from '#client/proxy-address.ts'
import type { Settings } from '#contract/settings.ts'
import { toFailure } from '#domain/app-error.ts'
import { sameSettings } from '../state/same-settings.ts'
import type { ActionContext } from './action-context.ts'
import { connect } from './connect.ts'

/** Saves what is written in the settings and asks the proxy whether it works. */
export async function testConnection(context: ActionContext): Promise<void> {
  const { dispatch, main, read } = context
  const before = read().settings
  dispatch({ type: 'testStarted' })
  try {
    const { proxyUrl, token } = read().form
    const settings: Settings = { proxyUrl: readProxyAddress(proxyUrl), token: token.trim() }
    await main.saveSettings(settings)
    if (!sameSettings(settings, before)) stopWatching(context)
    dispatch({ type: 'settingsSaved', settings })
    await connect(context, [])
  } catch (error) {
    dispatch({ type: 'connectionFailed', failure: toFailure(error) })
  } finally {
    dispatch({ type: 'testFinished' })
  }
}

function stopWatching({ watches }: ActionContext): void {
  for (const watch of watches.values()) watch.abort()
  watches.clear()
}
