import type { Brief } from '#domain/brief.ts'
import type { Mode } from '#domain/mode.ts'
import { cutoutKey } from '../edits/cutout-key.ts'
import { expansionOf } from '../edits/expansion-of.ts'
import { withForeground } from '../edits/with-foreground.ts'
import type { UiState } from '../ui-state.ts'
import { backgroundFrame } from './target.ts'

type Parts = Pick<Brief, 'edit' | 'cutout' | 'foreground' | 'references'>

/** What each mode adds to the words, references and settings of the brief. */
const PARTS: Record<Mode, (state: UiState) => Partial<Parts>> = {
  create: () => ({}),
  edit: ({ brief }) => ({ edit: brief.edit }),
  expand: (state) => ({ edit: expanded(state) }),
  background: (state) => standingInFront(state),
  cutout: (state) => ({ cutout: { key: cutoutKey(state) } }),
}

/** The brief as it is sent: what belongs to another mode than its own is left out. */
export function sentBrief(state: UiState): Brief {
  const { brief } = state
  return { ...brief, edit: null, cutout: null, foreground: [], ...PARTS[brief.mode](state) }
}

function expanded(state: UiState): Brief['edit'] {
  const { edit } = state.brief
  const expansion = expansionOf(state)
  return edit && expansion && { ...edit, ...expansion, mask: null, whole: false }
}

function standingInFront(state: UiState): Partial<Parts> {
  const { backdrop, brief } = state
  if (!backdrop?.into || backdrop.frame.id !== backgroundFrame(state)?.id) return {}
  const { layers, into, foreground: picture } = backdrop
  const { foreground, references } = withForeground(brief, { layers, into, foreground: picture })
  return { foreground, references }
}
