import { toFailure } from '#domain/app-error.ts'
import type { ActionContext } from './action-context.ts'
import { sendMarks } from './jobs/send-marks.ts'

/**
 * Asks the proxy who we are, what is on offer and what is left; when it answers it is told what it has not heard yet.
 * An answer to other settings than those of now is dropped.
 */
export async function refreshSession(context: ActionContext): Promise<void> {
  const { client, dispatch, read } = context
  dispatch({ type: 'connectionChecked' })
  const { settings } = read()
  try {
    const session = await client().session()
    if (read().settings !== settings) return
    dispatch({ type: 'sessionReceived', session })
    void sendMarks(context)
  } catch (error) {
    if (read().settings === settings) dispatch({ type: 'connectionFailed', failure: toFailure(error) })
  }
}
