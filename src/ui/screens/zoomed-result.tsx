import { ZoomDialog } from '../components/zoom-dialog.tsx'
import { sizeLabel } from '../state/frame-label.ts'
import type { ResultPick } from '../state/ui-state.ts'
import { PlaceResult } from './place-result.tsx'
import { ProxyImage } from './proxy-image.tsx'
import { useUi } from './use-ui.ts'

/** One picture, whole and as large as the window. */
export function ZoomedResult({ pick }: { pick: ResultPick }) {
  const { state, dispatch } = useUi()
  const job = state.jobs.find((entry) => entry.id === pick.jobId)?.job
  const image = job?.results[pick.index]?.image
  if (!job || !image) return null
  return (
    <ZoomDialog
      title={`${job.frame.name || 'Picture'} · ${pick.index + 1} of ${job.results.length}`}
      subtitle={`${sizeLabel(image)} · ${image.format.toUpperCase()}`}
      image={<ProxyImage id={image.id} width={null} alt={job.brief.idea} fit="contain" />}
      actions={<PlaceResult job={job} pick={pick} />}
      onClose={() => dispatch({ type: 'zoomClosed' })}
    />
  )
}
