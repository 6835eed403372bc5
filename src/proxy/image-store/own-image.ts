import { AppError } from '#domain/app-error.ts'
import { type ImageId, type ImageInfo, imageInfoSchema } from '#domain/image.ts'
import type { Rect } from '#domain/rect.ts'
import type { Db } from '../database/tables.ts'

/** A picture of a member's. Throws AppError `image_missing`, also for another member's. */
export async function ownImage(db: Db, memberId: string, id: ImageId): Promise<ImageInfo> {
  const row = await db
    .selectFrom('images')
    .innerJoin('image_owners', 'image_owners.image_id', 'images.id')
    .select(['images.id', 'images.width', 'images.height', 'images.format', 'images.bytes'])
    .where('images.id', '=', id)
    .where('image_owners.member_id', '=', memberId)
    .executeTakeFirst()
  if (!row) throw new AppError('image_missing')
  return imageInfoSchema.parse({
    ...row,
    width: Number(row.width),
    height: Number(row.height),
    bytes: Number(row.bytes),
  })
}

/** The box around all that may change of a picture of a member's; null when it was never checked as a mask. */
export async function ownMaskBox(db: Db, memberId: string, id: ImageId): Promise<Rect | null> {
  await ownImage(db, memberId, id)
  const row = await db
    .selectFrom('masks')
    .select(['x', 'y', 'width', 'height'])
    .where('image_id', '=', id)
    .executeTakeFirst()
  if (!row) return null
  return { x: Number(row.x), y: Number(row.y), width: Number(row.width), height: Number(row.height) }
}
