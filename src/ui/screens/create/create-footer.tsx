import { Button } from '@create-figma-plugin/ui'
import { GenerateBar } from '../../components/create/generate-bar.tsx'
import type { GenerateOffer, OfferStep } from '../../state/brief/generate-offer.ts'
import { useUi } from '../use-ui.ts'
import { CreateLeft } from './create-left.tsx'

const WAYS: Record<OfferStep, string> = { openSettings: 'Settings', reconnect: 'Try again' }

/** The button with the price, why it may not work, and what is left. */
export function CreateFooter({ offer }: { offer: GenerateOffer }) {
  const { state, dispatch, actions } = useUi()
  const { session } = state.connection
  const { step } = offer
  const go = () =>
    step === 'reconnect' ? void actions.reconnect() : dispatch({ type: 'screenChosen', screen: 'settings' })
  return (
    <GenerateBar
      label={offer.label}
      enabled={offer.order !== null}
      busy={offer.busy}
      reason={offer.reason}
      way={
        step && (
          <Button secondary onClick={go}>
            {WAYS[step]}
          </Button>
        )
      }
      otherPrice={offer.dollars}
      left={session && <CreateLeft session={session} />}
      note={session?.engine.simulated ? 'simulated' : ''}
      onGenerate={() => void actions.generate(offer)}
    />
  )
}
