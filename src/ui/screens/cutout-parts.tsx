import { cutoutWay } from '#domain/plan-job.ts'
import { ColourSentence } from '../components/colour-sentence.tsx'
import { Notice } from '../components/notice.tsx'
import { cutoutKey } from '../state/cutout-key.ts'
import { cutoutSentence } from '../state/cutout-sentence.ts'
import { planWarning } from '../state/plan-sentence.ts'
import { modelOf } from '../state/planned.ts'
import { CreateReferences } from './create-references.tsx'
import { CreateRender } from './create-render.tsx'
import { CreateReplaced } from './create-replaced.tsx'
import { CreateTarget } from './create-target.tsx'
import { IdeaText } from './idea-text.tsx'
import type { ModeProps } from './mode-props.ts'
import { MoreSentences } from './more-sentences.tsx'
import styles from './screen.module.css'
import { useUi } from './use-ui.ts'

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
