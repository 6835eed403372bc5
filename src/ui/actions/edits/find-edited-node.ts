import type { FillPlace } from '#domain/edits/edit.ts'
import { showsEditOf } from '../../state/edits/mask-status.ts'
import type { UiState } from '../../state/ui-state.ts'
import type { ActionContext } from '../action-context.ts'
import { tryToRead } from '../try-to-read.ts'

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
  const { value: node, failure } = await tryToRead(main.readNode({ nodeId: fill.nodeId }))
  const { edit } = read().brief
  if (failure || !edit || edit.original.fill !== fill || read().editing.node) return
  // In another file the same id is another layer.
  const same = node?.imageFills.some(({ imageHash }) => imageHash === fill.imageHash)
  const known = node && (same || showsEditOf(node, edit.original))
  dispatch(known ? { type: 'editedNodeFound', node } : { type: 'editedNodeLost' })
}
