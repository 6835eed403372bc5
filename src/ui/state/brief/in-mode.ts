import type { Brief } from '#domain/brief.ts'
import type { Verb } from '#domain/edits/verb.ts'
import type { Mode } from '#domain/mode.ts'
import type { UiState } from '../ui-state.ts'
import { exchangeKeep } from './exchange-keep.ts'

/** Only an edit has a verb; what the others keep is the designer’s own. */
export const verbIn = ({ mode, edit }: Pick<Brief, 'mode' | 'edit'>, verb: Verb): Verb | null =>
  mode === 'edit' ? (edit?.verb ?? verb) : null

/** The same brief in another mode: what it says, shows and edits stays. */
export function inMode(state: UiState, mode: Mode): UiState {
  const { brief, editing } = state
  if (mode === brief.mode) return state
  const { edit } = brief
  const keep = exchangeKeep(brief.keep, verbIn(brief, editing.verb), verbIn({ mode, edit }, editing.verb))
  return { ...state, brief: { ...brief, mode, keep }, editing: { ...editing, drawing: false } }
}
