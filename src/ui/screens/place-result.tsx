import { PLACEMENTS, placementSchema } from '#domain/placement.ts'
import { PlaceBar } from '../components/place-bar.tsx'
import type { ResultPick } from '../state/ui-state.ts'
import { FailureNotice } from './failure-notice.tsx'
import styles from './job.module.css'
import { useUi } from './use-ui.ts'

const WAYS = placementSchema.options.map((id) => ({ id, ...PLACEMENTS[id] }))

/** The ways the chosen picture goes to the canvas, and how the last one went. */
export function PlaceResult({ pick }: { pick: ResultPick }) {
  const { state, dispatch, actions } = useUi()
  const { placing, placed, misplaced } = state
  const isThis = (other: ResultPick | null): boolean => other?.jobId === pick.jobId && other.index === pick.index
  return (
    <>
      <PlaceBar
        ways={WAYS}
        busy={placing && isThis(placing) ? placing.placement : null}
        enabled={placing === null}
        onPlace={(id) => void actions.placeResult(pick, placementSchema.parse(id))}
      />
      {placed && isThis(placed) && <p class={styles.said}>{placed.said}</p>}
      {misplaced && isThis(misplaced) && (
        <FailureNotice failure={misplaced.failure} onDismiss={() => dispatch({ type: 'misplacedDismissed' })} />
      )}
    </>
  )
}
