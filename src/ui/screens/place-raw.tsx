import type { Job } from '#domain/job.ts'
import { placementSchema } from '#domain/placement.ts'
import { Details } from '../components/details.tsx'
import { Notice } from '../components/notice.tsx'
import { PlaceBar } from '../components/place-bar.tsx'
import { placeWays } from '../state/place-ways.ts'
import { rawOffer } from '../state/raw-offer.ts'
import type { ResultPick } from '../state/ui-state.ts'
import { useUi } from './use-ui.ts'

/** The way to the picture as the model made it, with what that means. */
export function PlaceRaw({ job, pick }: { job: Job; pick: ResultPick }) {
  const { state, actions } = useUi()
  const result = job.results[pick.index]
  const offer = result && rawOffer(job, result)
  if (!offer) return null
  const { placing } = state
  const isThis = placing?.raw && placing.jobId === pick.jobId && placing.index === pick.index
  return (
    <Details title="Place the raw picture instead">
      <Notice
        tone="warning"
        actions={
          <PlaceBar
            label="Place raw as"
            ways={placeWays(state, job)}
            busy={isThis ? placing.placement : null}
            enabled={placing === null}
            onPlace={(id) => void actions.placeResult(pick, placementSchema.parse(id), true)}
          />
        }
      >
        {offer.warning}
      </Notice>
    </Details>
  )
}
