import { toFailure } from '#domain/app-error.ts'
import type { ActionContext } from '../action-context.ts'

/** Cancels a job and shows what that could and could not undo. */
export async function cancelJob({ client, dispatch }: ActionContext, id: string): Promise<void> {
  dispatch({ type: 'cancelStarted', id })
  try {
    const { job, said } = await client().cancelJob(id)
    dispatch({ type: 'cancelAnswered', job, said })
  } catch (error) {
    dispatch({ type: 'cancelFailed', id, failure: toFailure(error) })
  }
}
