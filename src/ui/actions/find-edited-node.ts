import type { FillPlace } from '#domain/edit.ts'
import type { UiState } from '../state/ui-state.ts'
import type { ActionContext } from './action-context.ts'
import { tryToRead } from './try-to-read.ts'

/** Called on every state: looks for the layer whose picture is edited, when only the brief tells of it. */
export function findEditedNode(context: ActionContext): (state: UiState) => void {
  let asked: FillPlace | null = null
  return ({ loaded, brief, editing }) => {
    const fill = brief.edit?.original.fill ?? null
    if (!loaded || fill === asked) return
    asked = fill
    if (fill && !editing.node) void find(context, fill)
  }
}

async function find({ dispatch, main, read }: ActionContext, fill: FillPlace): Promise<void> {
  const { value: node } = await tryToRead(main.readNode({ nodeId: fill.nodeId }))
  // In another file the same id is another layer.
  const same = node?.imageFills.some(({ imageHash }) => imageHash === fill.imageHash)
  if (node && same && read().brief.edit?.original.fill === fill) dispatch({ type: 'editedNodeFound', node })
}
