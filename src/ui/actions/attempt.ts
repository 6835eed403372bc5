import { toFailure } from '#domain/app-error.ts'
import type { ActionContext } from './action-context.ts'

/** Runs a story; what goes wrong in it is shown. */
export async function attempt(context: ActionContext, story: () => Promise<unknown>): Promise<void> {
  try {
    await story()
  } catch (error) {
    context.dispatch({ type: 'failed', failure: toFailure(error) })
  }
}
