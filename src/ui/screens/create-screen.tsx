import { useEffect, useRef } from 'preact/hooks'
import { Details } from '../components/details.tsx'
import { Notice } from '../components/notice.tsx'
import { generateOffer } from '../state/generate-offer.ts'
import { frameWarning, planWarning } from '../state/plan-sentence.ts'
import { CreateBrief } from './create-brief.tsx'
import { CreateFooter } from './create-footer.tsx'
import { CreateReferences } from './create-references.tsx'
import { CreateRender } from './create-render.tsx'
import { CreateReplaced } from './create-replaced.tsx'
import { CreateTarget } from './create-target.tsx'
import { FailureNotice } from './failure-notice.tsx'
import styles from './screen.module.css'
import { useUi } from './use-ui.ts'

/** Where a brief is written and sent. */
export function CreateScreen() {
  const { state, dispatch, actions } = useUi()
  const offer = generateOffer(state)
  const latest = useRef(offer)
  latest.current = offer
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.repeat) return
      event.preventDefault()
      void actions.generate(latest.current)
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [actions])
  const ofFrame = offer.job && frameWarning(offer.job.plan)
  const ofPlan = offer.job && planWarning(offer.job.plan)
  return (
    <main class={styles.screen}>
      <div class={styles.scroll}>
        <div class={styles.padded}>
          {state.failure && (
            <FailureNotice failure={state.failure} onDismiss={() => dispatch({ type: 'failureDismissed' })} />
          )}
          <CreateTarget />
          {ofFrame && <Notice tone="warning">{ofFrame}</Notice>}
          <CreateReplaced />
          <CreateBrief />
          <CreateReferences />
          <CreateRender job={offer.job} />
          {ofPlan && <Notice tone="warning">{ofPlan}</Notice>}
          <Details title="Final prompt">
            <p class={styles.prompt}>{offer.job ? offer.job.request.prompt : 'There is no prompt yet.'}</p>
          </Details>
        </div>
      </div>
      <CreateFooter offer={offer} />
    </main>
  )
}
