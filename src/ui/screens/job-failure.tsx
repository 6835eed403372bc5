import { moreOffer } from '../state/generate-offer.ts'
import type { JobEntry } from '../state/ui-state.ts'
import { FailureNotice } from './failure-notice.tsx'
import styles from './job.module.css'
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
  const again = moreOffer(state, job)
  return (
    <>
      <FailureNotice
        failure={job.failure}
        mayPayTwice={job.mayHaveBeenCharged}
        onDismiss={onDismiss}
        {...(again.reason === null ? { onTryAgain: () => void actions.generate(again) } : {})}
        {...back}
      />
      {again.reason !== null && <p class={styles.muted}>{again.reason}</p>}
    </>
  )
}
