import type { Job } from '#domain/job.ts'
import { type Placement, placementSchema } from '#domain/placement.ts'
import { Details } from '../../components/details.tsx'
import { Notice } from '../../components/notice.tsx'
import { PlaceBar } from '../../components/results/place-bar.tsx'
import { placeWays } from '../../state/results/place-ways.ts'
import { rawOffer } from '../../state/results/raw-offer.ts'
import type { ResultPick } from '../../state/ui-state.ts'
import { useUi } from '../use-ui.ts'

const LABELS: Record<Placement, string> = {
  replace: 'Replace with raw',
  fill: 'Fill with raw',
  layer: 'Raw layer',
  beside: 'Raw beside',
}

interface PlaceRawProps {
  job: Job
  pick: ResultPick
  /** True where the raw picture is being looked at: nothing is folded. */
  shown: boolean
}

/** The way to the picture as the model made it, with what that means. */
export function PlaceRaw({ job, pick, shown }: PlaceRawProps) {
  const { state, actions } = useUi()
  const result = job.results[pick.index]
  const offer = result && rawOffer(job, result)
  if (!offer) return null
  const { placing } = state
  const isThis = placing?.raw && placing.jobId === pick.jobId && placing.index === pick.index
  const notice = (
    <Notice
      tone="warning"
      actions={
        <PlaceBar
          label="Place raw as"
          ways={placeWays(state, job).map((way) => ({ ...way, label: LABELS[way.id] }))}
          main={false}
          busy={isThis ? placing.placement : null}
          enabled={placing === null}
          onPlace={(id) => void actions.placeResult(pick, placementSchema.parse(id), true)}
        />
      }
    >
      {offer.warning}
    </Notice>
  )
  return shown ? notice : <Details title="Place the raw picture instead">{notice}</Details>
}
