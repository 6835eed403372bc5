import type { Draft } from '#contract/settings.ts'
import { draftOf } from '../state/draft-of.ts'
import type { UiState } from '../state/ui-state.ts'
import type { ActionContext } from './action-context.ts'
import { attempt } from './attempt.ts'

const CALM_MS = 400

/** Called on every state: saves the draft once the designer pauses, when it has changed. */
export function keepDraft(context: ActionContext): (state: UiState) => void {
  let saved: Pick<UiState, 'brief' | 'pinned' | 'jobs'> | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  const same = (state: UiState): boolean =>
    saved !== null && saved.brief === state.brief && saved.pinned === state.pinned && saved.jobs === state.jobs
  const save = (draft: Draft) => attempt(context, () => context.main.saveDraft(draft))
  return (state) => {
    if (!state.loaded || same(state)) return
    const first = saved === null
    saved = state
    if (first) return
    clearTimeout(timer)
    timer = setTimeout(() => void save(draftOf(context.read())), CALM_MS)
  }
}
