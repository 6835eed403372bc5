import { AppError } from '#domain/app-error.ts'
import { withWholePicture } from '../../image-store/whole-picture.ts'
import { pasteRaw } from '../../pixels/edit/paste-raw.ts'
import type { JobContext } from '../job-context.ts'
import { toReceived, toRequest } from '../job-row.ts'
import { readOwnRow } from '../job-store.ts'

/**
 * How to put an edit's result together without protecting anything, as PNG. It is not kept.
 * @throws AppError job_missing, raw_missing; when called, image_missing once the pictures were cleared away
 */
export async function readRaw(
  { db, images }: Pick<JobContext, 'db' | 'images'>,
  memberId: string,
  jobId: string,
  index: number,
): Promise<() => Promise<Uint8Array>> {
  const row = await readOwnRow(db, memberId, jobId)
  const { cut } = toRequest(row)
  const result = row.state === 'done' ? toReceived(row)?.results[index] : undefined
  if (!cut || !result) throw new AppError('raw_missing')
  return () =>
    withWholePicture(cut.canvas, async () => {
      const original = await images.read(memberId, cut.original.imageId)
      return pasteRaw({ original, raw: await images.read(memberId, result.image.id), cut })
    })
}
