import { cutoutWay } from '#domain/plan-job.ts'
import { ColourSentence } from '../../components/create/colour-sentence.tsx'
import { Notice } from '../../components/notice.tsx'
import { planWarning } from '../../state/brief/plan-sentence.ts'
import { modelOf } from '../../state/brief/planned.ts'
import { cutoutKey } from '../../state/edits/cutout-key.ts'
import { cutoutSentence } from '../../state/edits/cutout-sentence.ts'
import { CreateReferences } from '../create/create-references.tsx'
import { CreateRender } from '../create/create-render.tsx'
import { CreateReplaced } from '../create/create-replaced.tsx'
import { CreateTarget } from '../create/create-target.tsx'
import { IdeaText } from '../create/idea-text.tsx'
import { MoreSentences } from '../results/more-sentences.tsx'
import styles from '../screen.module.css'
import { useUi } from '../use-ui.ts'
import type { ModeProps } from './mode-props.ts'

const EXAMPLE = 'What shall stand alone? For example: a ceramic mug with a curved handle, seen from slightly above'

/** One subject alone, with nothing behind it. */
export function CutoutParts({ offer }: ModeProps) {
  const { state } = useUi()
  const model = modelOf(state, state.brief)
  const way = model && cutoutWay(state.brief, model)
  const key = cutoutKey(state)
  const warning = offer.job && planWarning(offer.job.plan)
  return (
    <>
      <CreateTarget />
      <CreateReplaced />
      <div class={styles.tight}>
        <IdeaText label="Subject" placeholder={EXAMPLE} />
        <MoreSentences />
      </div>
      {model && (
        <ColourSentence colour={way === 'key' ? key : null}>{cutoutSentence(way, model.label, key)}</ColourSentence>
      )}
      <CreateReferences />
      <CreateRender job={offer.job} />
      {warning && <Notice tone="warning">{warning}</Notice>}
    </>
  )
}
