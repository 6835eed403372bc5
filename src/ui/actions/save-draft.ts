import { draftOf } from '../state/brief/draft-of.ts'
import type { ActionContext } from './action-context.ts'
import { attempt } from './attempt.ts'

/** Keeps what survives a reload; what goes wrong is shown. A draft that could not be read is not written over. */
export async function saveDraft(context: ActionContext): Promise<void> {
  const state = context.read()
  if (state.unread.includes('draft')) return
  await attempt(context, () => context.main.saveDraft(draftOf(state)))
}
