import { toFailure } from '#domain/app-error.ts'
import type { ActionContext } from './action-context.ts'

/** Asks the proxy who we are, what is on offer and what is left. */
export async function refreshSession({ client, dispatch }: ActionContext): Promise<void> {
  dispatch({ type: 'connectionChecked' })
  try {
    dispatch({ type: 'sessionReceived', session: await client().session() })
  } catch (error) {
    dispatch({ type: 'connectionFailed', failure: toFailure(error) })
  }
}
