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

/** Called on every state: saves the draft once the designer pauses, when it has changed. */
export function keepDraft(context: ActionContext): (state: UiState) => void {
  let saved: Kept | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  return (state) => {
    if (!state.loaded || (saved && same(saved, state))) return
    const first = saved === null
    saved = state
    if (first) return
    clearTimeout(timer)
    timer = setTimeout(() => void saveDraft(context), CALM_MS)
  }
}
