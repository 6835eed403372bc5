import type { Selection } from '#contract/plugin-wire.ts'
import type { ActionContext } from './action-context.ts'
import { attempt } from './attempt.ts'
import { readNodeAgain } from './read-node-again.ts'

/** Takes in what is selected now, and looks again at the kept frame when that is not part of it. */
export async function followSelection(context: ActionContext, selection: Selection): Promise<void> {
  context.dispatch({ type: 'selectionChanged', selection })
  const { pinned } = context.read()
  if (!pinned || selection.nodes.some((node) => node.id === pinned.id)) return
  await attempt(context, () => readNodeAgain(context, pinned.id))
}
