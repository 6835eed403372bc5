import type { ImageInfo } from '#domain/image.ts'
import type { Rect } from '#domain/rect.ts'
import type { Db } from '../database/tables.ts'
import { transact } from '../database/transact.ts'

interface Recorded {
  memberId: string
  info: ImageInfo
  /** Where the picture is a mask: the box around all that may change. */
  maskBox?: Rect
  now: string
}

/** Notes a picture and whose it is; when the member has it already, that it is in use again. */
export async function recordImage(db: Db, { memberId, info, maskBox, now }: Recorded): Promise<void> {
  await transact(db, async (transaction) => {
    await transaction
      .insertInto('images')
      .values({ ...info, created_at: now })
      // Holds a row that is there already, so that it is not cleared away before it has its owner.
      .onConflict((conflict) => conflict.column('id').doUpdateSet({ bytes: info.bytes }))
      .execute()
    await transaction
      .insertInto('image_owners')
      .values({ image_id: info.id, member_id: memberId, used_at: now, created_at: now })
      .onConflict((conflict) => conflict.columns(['image_id', 'member_id']).doUpdateSet({ used_at: now }))
      .execute()
    if (!maskBox) return
    await transaction
      .insertInto('masks')
      .values({ image_id: info.id, ...maskBox })
      .onConflict((conflict) => conflict.column('image_id').doUpdateSet(maskBox))
      .execute()
  })
}
