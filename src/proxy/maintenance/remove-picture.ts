import { sql } from 'kysely'
import type { Db } from '../database/tables.ts'
import type { BlobStore } from '../image-store/blob-store.ts'
import { isUnowned } from './may-go.ts'

export const unownedPictures = (db: Db): Promise<{ id: string }[]> =>
  db.selectFrom('images').select('id').where(isUnowned).execute()

/**
 * Removes a picture that nobody has any more; its size, or null when it stays. The row is held while the bytes go, and
 * goes last: who adds the same picture meanwhile waits, then writes a new row. Who has written the same bytes but not the
 * row yet is noticed by the age of the bytes. When the process dies in between, the row is found again the next time.
 */
export async function removePicture(
  db: Db,
  blobs: BlobStore,
  id: string,
  unlessWrittenSince: Date,
): Promise<number | null> {
  return db.transaction().execute(async (transaction) => {
    const row = transaction
      .updateTable('images')
      .set({ bytes: sql.ref('bytes') })
      .where('id', '=', id)
    await row.execute()
    const unowned = await transaction
      .selectFrom('images')
      .select('bytes')
      .where('id', '=', id)
      .where(isUnowned)
      .executeTakeFirst()
    if (!unowned || !(await blobs.remove(id, unlessWrittenSince))) return null
    await transaction.deleteFrom('images').where('id', '=', id).execute()
    return Number(unowned.bytes)
  })
}
