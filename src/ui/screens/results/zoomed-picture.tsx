import type { Edit } from '#domain/edits/edit.ts'
import type { Job, Result } from '#domain/job.ts'
import { CanvasPicture } from '../../components/results/canvas-picture.tsx'
import { Thumbnail } from '../../components/thumbnail.tsx'
import type { ResultView } from '../../state/results/raw-offer.ts'
import { ProxyImage } from '../proxy-image.tsx'
import { useProxyImage } from '../use-proxy-image.ts'
import { useRawPicture } from './use-raw-picture.ts'

interface ZoomedPictureProps {
  job: Job
  index: number
  result: Result
  view: ResultView
}

/** The result, the model’s own picture or the original, each at the same place. */
export function ZoomedPicture({ job, index, result, view }: ZoomedPictureProps) {
  if (view === 'original' && job.brief.edit) return <OriginalPicture edit={job.brief.edit} />
  if (view === 'raw' && result.composite) return <RawPicture jobId={job.id} index={index} />
  const image = view === 'raw' && result.cutout ? result.cutout.raw : result.image
  return <ProxyImage id={image.id} width={null} alt={job.brief.idea} fit="contain" />
}

function RawPicture({ jobId, index }: { jobId: string; index: number }) {
  const { url, failed } = useRawPicture(jobId, index)
  return <Thumbnail url={url} failed={failed} alt="The picture as the model made it" fit="contain" />
}

function OriginalPicture({ edit: { original, canvas, at } }: { edit: Edit }) {
  const { url } = useProxyImage(original.imageId, null)
  return <CanvasPicture canvas={canvas} picture={original} at={at} url={url} alt="The original" />
}
