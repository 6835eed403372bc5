import type { Job } from '#domain/job.ts'
import { placementSchema } from '#domain/placement.ts'
import { SelectField } from '../../components/fields/select-field.tsx'
import { PlaceBar } from '../../components/results/place-bar.tsx'
import { knownNode } from '../../state/results/known-node.ts'
import { placeChoice, selectionLabel } from '../../state/results/place-choice.ts'
import { isPlaceable, placeWays } from '../../state/results/place-ways.ts'
import type { ResultView } from '../../state/results/raw-offer.ts'
import type { ResultPick } from '../../state/ui-state.ts'
import { FailureNotice } from '../failure-notice.tsx'
import styles from '../job.module.css'
import { useUi } from '../use-ui.ts'
import { PlaceRaw } from './place-raw.tsx'
import { ReviewPicture } from './review-picture.tsx'

interface PlaceResultProps {
  job: Job
  pick: ResultPick
  /** Which picture is shown beside it: that one is placed, the original never. */
  view?: ResultView
}

/** The ways the chosen picture goes to the canvas, and how the last one went. */
export function PlaceResult({ job, pick, view = 'result' }: PlaceResultProps) {
  const { state, dispatch, actions } = useUi()
  const { placing, placed, misplaced, reviewing } = state
  const isThis = (other: ResultPick | null): boolean => other?.jobId === pick.jobId && other.index === pick.index
  const reviewed = placed && isThis(placed) ? knownNode(state, placed.nodeId) : null
  const result = job.results[pick.index]
  const choice = placeChoice(state, job)
  return (
    <>
      {choice ? (
        <SelectField
          label="Place on"
          labelHidden
          options={[
            { value: 'frame', label: choice.frame },
            { value: 'selection', label: choice.selection },
          ]}
          value={choice.onSelection ? 'selection' : 'frame'}
          onChange={(value) => dispatch({ type: 'placeChosen', jobId: job.id, onSelection: value === 'selection' })}
        />
      ) : (
        <p class={styles.muted}>{selectionLabel(state)}</p>
      )}
      {view === 'result' && result && isPlaceable(result) && (
        <PlaceBar
          ways={placeWays(state, job)}
          busy={placing && isThis(placing) && !placing.raw ? placing.placement : null}
          enabled={placing === null}
          onPlace={(id) => void actions.placeResult(pick, placementSchema.parse(id))}
        />
      )}
      {view !== 'original' && <PlaceRaw job={job} pick={pick} shown={view === 'raw'} />}
      {placed && isThis(placed) && !(reviewing?.nodeId === placed.nodeId && reviewing.said) && (
        <p class={styles.said}>{placed.said}</p>
      )}
      {reviewed && <ReviewPicture node={reviewed} placed={pick} />}
      {misplaced && isThis(misplaced) && (
        <FailureNotice failure={misplaced.failure} onDismiss={() => dispatch({ type: 'misplacedDismissed' })} />
      )}
    </>
  )
}
