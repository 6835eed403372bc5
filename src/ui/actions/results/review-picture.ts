import { AppError, toFailure } from '#domain/app-error.ts'
import type { Verdict } from '#domain/review.ts'
import type { ActionContext } from '../action-context.ts'
import { readNodeAgain } from '../read-node-again.ts'

/**
 * Writes what a reviewer says of a layer’s picture on that layer: who, when and what. A rejected picture goes. True when
 * it is written.
 */
export async function reviewPicture(
  context: ActionContext,
  nodeId: string,
  verdict: Verdict,
  note: string,
): Promise<boolean> {
  const { dispatch, main, read } = context
  if (read().reviewing?.busy) return false
  dispatch({ type: 'reviewStarted', nodeId, busy: verdict })
  try {
    const by = read().connection.session?.member.name
    if (by === undefined) throw new AppError('proxy_unreachable', { details: { address: read().settings.proxyUrl } })
    const { said } = await main.review({ nodeId, review: { verdict, note, by, at: new Date().toISOString() } })
    await readNodeAgain(context, nodeId)
    dispatch({ type: 'reviewDone', nodeId, said })
    return true
  } catch (error) {
    dispatch({ type: 'reviewFailed', nodeId, failure: toFailure(error) })
    return false
  }
}
