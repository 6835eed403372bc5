import type { EditBefore } from '../../state/edits/edit-state.ts'
import type { MaskPart } from '../../state/edits/mask-part.ts'
import type { UiState } from '../../state/ui-state.ts'
import type { ActionContext } from '../action-context.ts'

/** Called on every state: lets go of the pixels of layers that are in no mask any more, nor in what “Undo” brings back. */
export function freeShapes({ studio }: Pick<ActionContext, 'studio'>): (state: UiState) => void {
  let parts: readonly MaskPart[] = []
  let before: EditBefore | null = null
  return ({ editing }) => {
    if (editing.parts === parts && editing.before === before) return
    parts = editing.parts
    before = editing.before
    studio.keepOnly([...parts, ...(before?.parts ?? [])])
  }
}
