import { IconImage16, IconWarning16, LoadingIndicator } from '@create-figma-plugin/ui'
import { hasEnded } from '#domain/job.ts'
import type { JobEntry } from '../../state/ui-state.ts'
import { ProxyImage } from '../proxy-image.tsx'

const WIDTH = 128

/** What a job looks like in a row: its first picture, what can be seen of it so far, or a sign. */
export function JobThumbnail({ entry: { failure, job } }: { entry: JobEntry }) {
  const image = job?.results[0]?.image ?? job?.partials.at(-1)
  if (failure || job?.failure) return <IconWarning16 />
  if (job && image && job.clearedAt === null) return <ProxyImage id={image.id} width={WIDTH} alt="" />
  return job && hasEnded(job) ? <IconImage16 /> : <LoadingIndicator />
}
