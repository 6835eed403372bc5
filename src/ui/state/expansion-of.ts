import { expandBy } from '#domain/expand-by.ts'
import { type Expansion, expandTo } from '#domain/expand-to.ts'
import { RATIOS } from './expand-state.ts'
import { targetOf } from './target.ts'
import type { UiState } from './ui-state.ts'

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
