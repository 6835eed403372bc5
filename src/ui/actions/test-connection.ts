import { readProxyAddress } from '#client/proxy-address.ts'
import type { Settings } from '#contract/settings.ts'
import { toFailure } from '#domain/app-error.ts'
import type { Failure } from '#domain/failure.ts'
import { sameSettings } from '../state/same-settings.ts'
import type { ActionContext } from './action-context.ts'
import { connect } from './connect.ts'

/**
 * Saves what is written in the settings and asks the proxy whether it works. Settings that could not be read are not
 * written over: then it is tried only.
 * @returns why it could not be saved; null when it was
 */
export async function testConnection(context: ActionContext): Promise<Failure | null> {
  const { dispatch, main, read } = context
  const { settings: before, unread } = read()
  dispatch({ type: 'testStarted' })
  try {
    const { proxyUrl, token } = read().form
    const settings: Settings = { proxyUrl: readProxyAddress(proxyUrl), token: token.trim() }
    if (!unread.includes('settings')) await main.saveSettings(settings)
    if (!sameSettings(settings, before)) stopWatching(context)
    dispatch({ type: 'settingsSaved', settings })
    await connect(context)
    return null
  } catch (error) {
    const failure = toFailure(error)
    dispatch({ type: 'testFailed', failure })
    return failure
  } finally {
    dispatch({ type: 'testFinished' })
  }
}

function stopWatching({ streams, watches }: ActionContext): void {
  for (const watch of watches.values()) watch.abort()
  watches.clear()
  streams.clear()
}
