import type { NodeSnapshot } from '#contract/plugin-wire.ts'
import type { ActionContext } from '../action-context.ts'
import { readOriginal } from './read-original.ts'

/**
 * Goes on with a flat picture as an edit that swaps its background: the same words, and a mask of everything except the
 * subject, which is at once that of its own alpha where it has one. Once, however often it is clicked.
 */
export async function protectProduct(context: ActionContext, node: NodeSnapshot): Promise<void> {
  const { protecting, reading } = context.read().editing
  if (protecting || reading !== null) return
  context.dispatch({ type: 'protectingStarted' })
  try {
    await protect(context, node)
  } finally {
    context.dispatch({ type: 'protectingEnded' })
  }
}

async function protect(context: ActionContext, node: NodeSnapshot): Promise<void> {
  const { dispatch, read } = context
  if (!(await readOriginal(context, node, 'original'))) {
    const { failure } = read().editing
    if (failure) dispatch({ type: 'failed', failure })
    dispatch({ type: 'editFailureDismissed' })
    return
  }
  dispatch({ type: 'modeChosen', mode: 'edit' })
  dispatch({ type: 'verbChosen', verb: 'background' })
  const original = read().brief.edit?.original
  if (!original || read().editing.node?.id !== node.id || read().editing.parts.length > 0) return
  if (read().measures[original.imageId]?.hasAlpha)
    dispatch({ type: 'maskPartAdded', part: { kind: 'alpha', side: 'outside' } })
}
