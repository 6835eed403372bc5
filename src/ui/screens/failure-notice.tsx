import { Button } from '@create-figma-plugin/ui'
import type { Failure } from '#domain/failure.ts'
import { Notice } from '../components/notice.tsx'
import { nextStep } from '../state/next-step.ts'
import { useUi } from './use-ui.ts'

interface FailureNoticeProps {
  failure: Failure
  /** What “Try again” does here; absent where nothing can be tried again. */
  onTryAgain?: () => void
  /** Where trying again costs money: what the button says, the price in dollars beside credits, and whether it can be used now. */
  paying?: { label: string; dollars: string | null; enabled: boolean }
  onBackToBrief?: () => void
  onDismiss: () => void
}

/** What went wrong, in a sentence, and what to do next. */
export function FailureNotice({ failure, onTryAgain, paying, onBackToBrief, onDismiss }: FailureNoticeProps) {
  const { dispatch } = useUi()
  const step = nextStep(failure)
  return (
    <Notice
      tone="danger"
      actions={
        <>
          {step === 'tryAgain' && onTryAgain && (
            <Button
              secondary
              disabled={paying?.enabled === false}
              {...(paying?.dollars ? { title: paying.dollars, 'aria-description': paying.dollars } : {})}
              onClick={(event) => {
                // The second click of a double click is not a second order.
                if (event.detail <= 1) onTryAgain()
              }}
            >
              {paying?.label ?? 'Try again'}
            </Button>
          )}
          {step === 'openSettings' && (
            <Button secondary onClick={() => dispatch({ type: 'screenChosen', screen: 'settings' })}>
              Open settings
            </Button>
          )}
          {step === 'backToBrief' && onBackToBrief && (
            <Button secondary onClick={onBackToBrief}>
              Back to the brief
            </Button>
          )}
          <Button secondary onClick={onDismiss}>
            Dismiss
          </Button>
        </>
      }
    >
      {failure.message}
    </Notice>
  )
}
