import { AppError } from '#domain/app-error.ts'
import { type ImageFormat, type ImageId, type ImageInfo, imageInfoSchema, sniffFormat } from '#domain/image.ts'
import type { Db } from '../database/tables.ts'
import { makeThumbnail } from '../pixels/make-thumbnail.ts'
import { prepareUpload } from '../pixels/prepare-upload.ts'
import { transcode } from '../pixels/transcode.ts'
import type { ImageFiles } from './image-files.ts'

interface ImageFile {
  bytes: Uint8Array
  format: ImageFormat
}

/** The pictures members keep. A picture of another member is `image_missing`, as if it did not exist. */
export interface ImageStore {
  /** Takes a picture from outside: checked, turned upright, in a form every model reads. */
  upload(memberId: string, bytes: Uint8Array): Promise<ImageInfo>
  /** Keeps a picture as it is. On disk when it returns. */
  keep(memberId: string, bytes: Uint8Array, about: Pick<ImageInfo, 'width' | 'height' | 'format'>): Promise<ImageInfo>
  info(memberId: string, id: ImageId): Promise<ImageInfo>
  /** The bytes; with `width` a thumbnail of at most that longest edge, with `format` in that file format. */
  read(memberId: string, id: ImageId, as?: { width?: number; format?: ImageFormat }): Promise<ImageFile>
}

export function createImageStore(db: Db, files: ImageFiles, now: () => string): ImageStore {
  const store: ImageStore = {
    async upload(memberId, bytes) {
      const prepared = await prepareUpload(bytes)
      return store.keep(memberId, prepared.bytes, prepared)
    },
    async keep(memberId, bytes, { width, height, format }) {
      const id = await files.write(bytes)
      const info: ImageInfo = { id, width, height, format, bytes: bytes.byteLength }
      await recordImage(db, memberId, info, now())
      return info
    },
    info: (memberId, id) => ownImage(db, memberId, id),
    async read(memberId, id, { width, format } = {}) {
      const info = await ownImage(db, memberId, id)
      const original = await files.read(id)
      const sized =
        width !== undefined && width < Math.max(info.width, info.height)
          ? await makeThumbnail(original, width)
          : original
      const current = knownFormat(sized) ?? info.format
      if (format === undefined || format === current) return { bytes: sized, format: current }
      return { bytes: await transcode(sized, format), format }
    },
  }
  return store
}

function knownFormat(bytes: Uint8Array): ImageFormat | null {
  const found = sniffFormat(bytes)
  return found === 'gif' ? null : found
}

async function recordImage(db: Db, memberId: string, info: ImageInfo, now: string): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    await transaction
      .insertInto('images')
      .values({ ...info, created_at: now })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    await transaction
      .insertInto('image_owners')
      .values({ image_id: info.id, member_id: memberId, created_at: now })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  })
}

async function ownImage(db: Db, memberId: string, id: ImageId): Promise<ImageInfo> {
  const row = await db
    .selectFrom('images')
    .innerJoin('image_owners', 'image_owners.image_id', 'images.id')
    .select(['images.id', 'images.width', 'images.height', 'images.format', 'images.bytes'])
    .where('images.id', '=', id)
    .where('image_owners.member_id', '=', memberId)
    .executeTakeFirst()
  if (!row) throw new AppError('image_missing')
  return imageInfoSchema.parse(row)
}
