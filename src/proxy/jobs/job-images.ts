import type { ImageId } from '#domain/image.ts'
import type { Db, JobImagesTable } from '../database/tables.ts'

/** Notes which pictures a job uses, in the transaction that makes it use them: nothing in use is cleared away. */
export async function noteImages(
  transaction: Db,
  jobId: string,
  kind: JobImagesTable['kind'],
  ids: readonly ImageId[],
): Promise<void> {
  if (ids.length === 0) return
  await transaction
    .insertInto('job_images')
    .values([...new Set(ids)].map((image_id) => ({ job_id: jobId, image_id, kind })))
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}
