import { AppError } from '#domain/app-error.ts'
import type { Brief } from '#domain/brief.ts'
import type { Db } from '../database/tables.ts'
import { noteImages } from './job-images.ts'

/**
 * Notes a brief's pictures as in use, so that none is cleared away before the job reads it.
 * @throws AppError image_missing
 */
export async function usePictures(
  transaction: Db,
  memberId: string,
  jobId: string,
  { references, edit }: Brief,
  now: string,
): Promise<void> {
  const sent = references.map(({ imageId }) => imageId)
  const edited = edit ? [edit.original.imageId, ...(edit.mask ? [edit.mask.imageId] : [])] : []
  const ids = [...new Set([...sent, ...edited])]
  if (ids.length === 0) return
  const kept = await transaction
    .updateTable('image_owners')
    .set({ used_at: now })
    .where('member_id', '=', memberId)
    .where('image_id', 'in', ids)
    .returning('image_id')
    .execute()
  if (kept.length < ids.length) throw new AppError('image_missing')
  await noteImages(transaction, jobId, 'reference', sent)
  await noteImages(transaction, jobId, 'original', edited)
}
