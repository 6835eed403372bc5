import { moreOffer } from '../state/generate-offer.ts'
import type { JobEntry } from '../state/ui-state.ts'
import { FailureNotice } from './failure-notice.tsx'
import { useUi } from './use-ui.ts'

/** Why a job brought nothing, or why nothing more is heard of it. */
export function JobFailure({ entry }: { entry: JobEntry }) {
  const { state, dispatch, actions } = useUi()
  const { job, order } = entry
  const onDismiss = () => actions.dismissJob(entry.id)
  const brief = (job ?? order)?.brief
  const back = brief ? { onBackToBrief: () => dispatch({ type: 'briefReplaced', brief }) } : {}
  if (entry.failure) {
    return (
      <FailureNotice
        failure={entry.failure}
        onTryAgain={() => void actions.resumeJob(entry)}
        onDismiss={onDismiss}
        {...back}
      />
    )
  }
  if (!job?.failure) return null
  return (
    <FailureNotice
      failure={job.failure}
      mayPayTwice={job.mayHaveBeenCharged}
      onTryAgain={() => void actions.generate(moreOffer(state, job))}
      onDismiss={onDismiss}
      {...back}
    />
  )
}
