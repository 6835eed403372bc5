import { expandBy } from '#domain/edits/expand-by.ts'
import { type Expansion, expandTo } from '#domain/edits/expand-to.ts'
import { targetOf } from '../brief/target.ts'
import type { UiState } from '../ui-state.ts'
import { RATIOS } from './expand-state.ts'

type Expanding = Pick<UiState, 'brief' | 'expand' | 'selection' | 'pinned'>

/** The larger picture that is wanted, and where the original lies in it; null without an original or a frame. */
export function expansionOf(state: Expanding): Expansion | null {
  const original = state.brief.edit?.original
  if (!original) return null
  const { to, anchor, sides } = state.expand
  if (to === 'sides') return expandBy(original, sides)
  const ratio = to === 'frame' ? targetOf(state) : RATIOS[to]
  return ratio && ratio.width > 0 && ratio.height > 0 ? expandTo(original, ratio, anchor) : null
}
