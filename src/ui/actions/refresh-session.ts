import { toFailure } from '#domain/app-error.ts'
import type { ActionContext } from './action-context.ts'

/** Asks the proxy who we are, what is on offer and what is left. An answer to other settings than those of now is dropped. */
export async function refreshSession({ client, dispatch, read }: ActionContext): Promise<void> {
  dispatch({ type: 'connectionChecked' })
  const { settings } = read()
  try {
    const session = await client().session()
    if (read().settings === settings) dispatch({ type: 'sessionReceived', session })
  } catch (error) {
    if (read().settings === settings) dispatch({ type: 'connectionFailed', failure: toFailure(error) })
  }
}
