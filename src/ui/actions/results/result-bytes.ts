import { AppError } from '#domain/app-error.ts'
import type { Job } from '#domain/job.ts'
import type { ActionContext } from '../action-context.ts'

/**
 * A result’s file as Figma takes it. `raw`: the model’s own picture, of an edit with the whole canvas around it.
 * @throws AppError image_missing, those of the proxy
 */
export async function resultBytes(
  { client }: Pick<ActionContext, 'client'>,
  job: Job,
  index: number,
  raw: boolean,
): Promise<Uint8Array> {
  const result = job.results[index]
  if (!result) throw new AppError('image_missing')
  if (raw && result.composite) return client().rawResult(job.id, index)
  const image = raw && result.cutout ? result.cutout.raw : result.image
  // Figma takes no WEBP.
  return client().image(image.id, image.format === 'webp' ? { format: 'png' } : {})
}
