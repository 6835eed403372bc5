import type { UiState } from '../state/ui-state.ts'
import type { ActionContext } from './action-context.ts'
import { saveDraft } from './save-draft.ts'

const CALM_MS = 400

type Kept = Pick<UiState, 'brief' | 'editing' | 'pinned' | 'marks'>

const same = (a: Kept, b: Kept): boolean =>
  a.brief === b.brief &&
  a.pinned?.id === b.pinned?.id &&
  a.editing.node?.id === b.editing.node?.id &&
  a.marks === b.marks

/** Called on every state: saves the draft when it has changed, once the designer pauses; what is drawn at each stroke’s end. */
export function keepDraft(context: ActionContext): (state: UiState) => void {
  let saved: Kept | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  return (state) => {
    if (!state.loaded || (saved && same(saved, state))) return
    const before = saved
    saved = state
    if (!before) return
    clearTimeout(timer)
    if (state.editing.drawing && state.editing.parts !== before.editing.parts) {
      void saveDraft(context)
      return
    }
    timer = setTimeout(() => void saveDraft(context), CALM_MS)
  }
}
