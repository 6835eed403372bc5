import { PLACEMENTS, placementSchema } from '#domain/placement.ts'
import { PlaceBar } from '../components/place-bar.tsx'
import type { ResultPick } from '../state/ui-state.ts'
import { useUi } from './use-ui.ts'

const WAYS = placementSchema.options.map((id) => ({ id, ...PLACEMENTS[id] }))

/** The ways the chosen picture goes to the canvas. */
export function PlaceResult({ pick }: { pick: ResultPick }) {
  const { state, actions } = useUi()
  const { placing } = state
  const mine = placing?.jobId === pick.jobId && placing.index === pick.index
  return (
    <PlaceBar
      ways={WAYS}
      busy={mine ? placing.placement : null}
      enabled={placing === null}
      onPlace={(id) => void actions.placeResult(pick, placementSchema.parse(id))}
    />
  )
}
