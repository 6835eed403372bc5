import { Segmented } from '../../components/fields/segmented.tsx'
import { ZoomDialog } from '../../components/results/zoom-dialog.tsx'
import { sizeLabel } from '../../state/brief/frame-label.ts'
import { resultViews } from '../../state/results/raw-offer.ts'
import type { ResultPick } from '../../state/ui-state.ts'
import { useHeldKey } from '../use-held-key.ts'
import { useUi } from '../use-ui.ts'
import { PlaceResult } from './place-result.tsx'
import { ZoomedPicture } from './zoomed-picture.tsx'

/** One picture, whole and as large as the window, beside what it was made from. */
export function ZoomedResult({ pick }: { pick: ResultPick }) {
  const { state, dispatch } = useUi()
  const held = useHeldKey('o')
  const job = state.jobs.find((entry) => entry.id === pick.jobId)?.job
  const result = job?.results[pick.index]
  if (!job || !result) return null
  const { image } = result
  const views = resultViews(job, result)
  const comparable = views.some(({ value }) => value === 'original')
  const view = held && comparable ? 'original' : state.zoomView
  return (
    <ZoomDialog
      title={`${job.frame.name || 'Picture'} · ${pick.index + 1} of ${job.results.length}`}
      subtitle={`${sizeLabel(image)} · ${image.format.toUpperCase()}${comparable ? ' · hold O for the original' : ''}`}
      checkered={job.brief.mode === 'cutout'}
      image={<ZoomedPicture job={job} index={pick.index} result={result} view={view} />}
      actions={
        <>
          {views.length > 1 && (
            <Segmented
              label="Show"
              options={views}
              value={view}
              onChange={(chosen) => dispatch({ type: 'zoomViewChosen', view: chosen })}
            />
          )}
          <PlaceResult job={job} pick={pick} view={state.zoomView} />
        </>
      }
      steady={views.length > 1}
      onClose={() => dispatch({ type: 'zoomClosed' })}
    />
  )
}
