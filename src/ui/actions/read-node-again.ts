import type { NodeSnapshot } from '#contract/plugin-wire.ts'
import type { ActionContext } from './action-context.ts'

/** A layer as it is now, also in the state; null when it is gone, from the state as well. */
export async function readNodeAgain({ dispatch, main }: ActionContext, nodeId: string): Promise<NodeSnapshot | null> {
  const node = await main.readNode({ nodeId })
  dispatch(node ? { type: 'nodeRead', node } : { type: 'nodeGone', nodeId })
  return node
}
