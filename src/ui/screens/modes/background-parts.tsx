import { useEffect } from 'preact/hooks'
import { Notice } from '../../components/notice.tsx'
import { Section } from '../../components/section.tsx'
import { frameWarning, planWarning } from '../../state/brief/plan-sentence.ts'
import { backgroundFrame } from '../../state/brief/target.ts'
import { CreateReferences } from '../create/create-references.tsx'
import { CreateRender } from '../create/create-render.tsx'
import { CreateReplaced } from '../create/create-replaced.tsx'
import { CreateTarget } from '../create/create-target.tsx'
import { IdeaText } from '../create/idea-text.tsx'
import { FailureNotice } from '../failure-notice.tsx'
import { MoreSentences } from '../results/more-sentences.tsx'
import { ReviewDetails } from '../results/review-details.tsx'
import styles from '../screen.module.css'
import { useUi } from '../use-ui.ts'
import { BackgroundFlat } from './background-flat.tsx'
import { BackgroundForeground } from './background-foreground.tsx'
import { BackgroundInto } from './background-into.tsx'
import type { ModeProps } from './mode-props.ts'

const EXAMPLE = 'What is behind everything? For example: a bright kitchen in the morning, out of focus'

/** A new background behind live layers, which stay as they are. */
export function BackgroundParts({ offer }: ModeProps) {
  const { state } = useUi()
  const warning = offer.job && (frameWarning(offer.job.plan) ?? planWarning(offer.job.plan))
  return (
    <>
      <CreateTarget />
      {warning && <Notice tone="warning">{warning}</Notice>}
      {backgroundFrame(state) && <BackgroundPlace />}
      <CreateReplaced />
      <div class={styles.tight}>
        <IdeaText label="Background" placeholder={EXAMPLE} />
        <MoreSentences />
      </div>
      <CreateReferences />
      <CreateRender job={offer.job} />
    </>
  )
}

/** Where the background goes and what stands in front of it; read as soon as a frame is chosen. */
function BackgroundPlace() {
  const { state, dispatch, actions } = useUi()
  const target = backgroundFrame(state)
  const frameId = target?.id
  const connected = state.connection.session !== null
  const { backdrop } = state
  useEffect(() => {
    if (target && connected && backdrop?.frame.id !== frameId) void actions.readBackdrop(target)
  }, [frameId, connected])
  if (!target || backdrop?.frame.id !== target.id) return null
  const { into, failure } = backdrop
  const flat = into?.id === target.id && backdrop.layers.length === 0 && target.imageFills.some((fill) => fill.visible)
  return (
    <Section title="Place">
      <div class={styles.fields}>
        <BackgroundInto frame={target} />
        <BackgroundForeground frame={target} backdrop={backdrop} />
        {flat && <BackgroundFlat node={target} />}
        {into && into.id !== target.id && <ReviewDetails node={into} />}
        {failure && (
          <FailureNotice
            failure={failure}
            onTryAgain={() => void actions.readBackdrop(target, backdrop.wanted ?? undefined)}
            onDismiss={() => dispatch({ type: 'backdropDismissed' })}
          />
        )}
      </div>
    </Section>
  )
}
