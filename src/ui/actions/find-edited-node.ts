import type { ActionContext } from './action-context.ts'
import { tryToRead } from './try-to-read.ts'

/** Looks for the layer whose picture is edited, when only the brief is known. */
export async function findEditedNode({ dispatch, main, read }: ActionContext): Promise<void> {
  const fill = read().brief.edit?.original.fill
  if (!fill || read().editing.node) return
  const { value } = await tryToRead(main.readNode({ nodeId: fill.nodeId }))
  // In another file the same id is another layer.
  const same = value?.imageFills.some(({ imageHash }) => imageHash === fill.imageHash)
  if (value && same && read().brief.edit?.original.fill?.nodeId === fill.nodeId)
    dispatch({ type: 'editedNodeFound', node: value })
}
