import { Button } from '@create-figma-plugin/ui'
import type { Failure } from '#domain/failure.ts'
import { Notice } from '../components/notice.tsx'
import { nextStep } from '../state/next-step.ts'
import { useUi } from './use-ui.ts'

interface FailureNoticeProps {
  failure: Failure
  /** What “Try again” does here; absent where nothing can be tried again. */
  onTryAgain?: () => void
  /** True when trying again may be paid a second time. */
  mayPayTwice?: boolean
  onBackToBrief?: () => void
  onDismiss: () => void
}

/** What went wrong, in a sentence, and what to do next. */
export function FailureNotice({ failure, onTryAgain, mayPayTwice, onBackToBrief, onDismiss }: FailureNoticeProps) {
  const { dispatch } = useUi()
  const step = nextStep(failure)
  return (
    <Notice
      tone="danger"
      actions={
        <>
          {step === 'tryAgain' && onTryAgain && (
            <Button secondary onClick={onTryAgain}>
              {mayPayTwice ? 'Try again (may pay twice)' : 'Try again'}
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
