import { againOffer } from '../../state/brief/generate-offer.ts'
import type { JobEntry } from '../../state/ui-state.ts'
import { FailureNotice } from '../failure-notice.tsx'
import styles from '../job.module.css'
import { useUi } from '../use-ui.ts'

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
  const again = againOffer(state, job)
  const paying = {
    label: job.mayHaveBeenCharged ? `${again.label} (may pay twice)` : again.label,
    dollars: again.dollars,
    enabled: again.order !== null,
  }
  const canTry = again.reason === null && !entry.triedAgain
  return (
    <>
      <FailureNotice
        failure={job.failure}
        paying={paying}
        onDismiss={onDismiss}
        {...(canTry ? { onTryAgain: () => void actions.generate(again, entry.id) } : {})}
        {...back}
      />
      {again.reason !== null && <p class={styles.muted}>{again.reason}</p>}
    </>
  )
}
