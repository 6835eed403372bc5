import { useEffect, useRef } from 'preact/hooks'
import { Details } from '../../components/details.tsx'
import { generateOffer } from '../../state/brief/generate-offer.ts'
import { FailureNotice } from '../failure-notice.tsx'
import { MODE_SCREENS } from '../modes/mode-screens.ts'
import styles from '../screen.module.css'
import { useUi } from '../use-ui.ts'
import { CreateFooter } from './create-footer.tsx'
import { CreateModes } from './create-modes.tsx'

/** Where a brief is written and sent. */
export function CreateScreen() {
  const { state, dispatch, actions } = useUi()
  const offer = generateOffer(state)
  const latest = useRef(offer)
  latest.current = offer
  const screen = useRef<HTMLElement>(null)
  useEffect(() => screen.current?.querySelector('textarea')?.focus({ preventScroll: true }), [])
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.repeat) return
      event.preventDefault()
      void actions.generate(latest.current)
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [actions])
  const Parts = MODE_SCREENS[state.brief.mode]
  return (
    <main ref={screen} class={styles.screen}>
      <div class={styles.scroll}>
        <div class={styles.padded}>
          {state.failure && (
            <FailureNotice failure={state.failure} onDismiss={() => dispatch({ type: 'failureDismissed' })} />
          )}
          <CreateModes />
          <Parts offer={offer} />
          <Details title="Final prompt">
            <p class={styles.prompt}>{offer.job ? offer.job.request.prompt : 'There is no prompt yet.'}</p>
          </Details>
        </div>
      </div>
      <CreateFooter offer={offer} />
    </main>
  )
}
