import { sql } from 'kysely'
import type { Db } from '../database/tables.ts'
import { transact } from '../database/transact.ts'
import type { BlobStore } from '../image-store/blob-store.ts'
import { isUnowned } from './may-go.ts'

export const unownedPictures = (db: Db): Promise<{ id: string }[]> =>
  db.selectFrom('images').select('id').where(isUnowned).execute()

/**
 * Removes a picture that nobody has any more; its size, or null when it stays. No transaction is open while the bytes go: a
 * slow bucket must not keep others from writing. Who adds the same picture writes its bytes before its row, so bytes just
 * written stay; and the row goes only when nobody has it by then. Who writes after the bytes are gone makes both anew. When
 * the process dies in between, the row is found again the next time.
 */
export async function removePicture(
  db: Db,
  blobs: BlobStore,
  id: string,
  unlessWrittenSince: Date,
): Promise<number | null> {
  const unowned = await db.selectFrom('images').select('bytes').where('id', '=', id).where(isUnowned).executeTakeFirst()
  if (!unowned || !(await blobs.remove(id, unlessWrittenSince))) return null
  await removeRow(db, id)
  return Number(unowned.bytes)
}

/** The row is held first: one that gets its owner at this moment is looked at only afterwards. */
async function removeRow(db: Db, id: string): Promise<void> {
  await transact(db, async (transaction) => {
    await transaction
      .updateTable('images')
      .set({ bytes: sql.ref('bytes') })
      .where('id', '=', id)
      .execute()
    const { numDeletedRows } = await transaction
      .deleteFrom('images')
      .where('id', '=', id)
      .where(isUnowned)
      .executeTakeFirst()
    if (numDeletedRows > 0n) await transaction.deleteFrom('masks').where('image_id', '=', id).execute()
  })
}
