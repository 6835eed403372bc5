import { createReadStream } from 'node:fs'
import type { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { AppError } from '#domain/app-error.ts'
import { type ImageFormat, type ImageId, type ImageInfo, imageInfoSchema, sniffFormat } from '#domain/image.ts'
import type { Db } from '../database/tables.ts'
import { transact } from '../database/transact.ts'
import { checkPassing, type PassedPicture } from '../pixels/check-passing.ts'
import { makeThumbnail } from '../pixels/make-thumbnail.ts'
import { prepareUpload } from '../pixels/prepare-upload.ts'
import { transcode } from '../pixels/transcode.ts'
import type { BlobStore, ByteRange } from './blob-store.ts'
import { fewAtOnce } from './few-at-once.ts'
import { withSpooled } from './spool-upload.ts'

/** Each holds a whole file and a part of its pixels; a board asks for all of its thumbnails at once. */
const DRAWN_AT_ONCE = 2

interface ImageFile {
  bytes: Uint8Array
  format: ImageFormat
}

type Insist = (work: () => Promise<void>) => Promise<void>

/** The pictures members keep. A picture of another member is `image_missing`, as if it did not exist. */
export interface ImageStore {
  /**
   * Takes a picture from outside: checked, turned upright, in a form every model reads.
   * Throws AppError `image_unreadable`, `image_too_large`, `image_damaged`, and whatever `bytes` throws.
   */
  upload(memberId: string, bytes: AsyncIterable<Uint8Array>): Promise<ImageInfo>
  /**
   * Keeps a picture as it is, checked as it arrives. It would outlive a power cut when this returns. Throws what
   * `checkPassing` throws, and whatever `bytes` throws; nothing is kept then, but what `BlobStore` says of `arriving`.
   * `insist` may note the picture in the database again and again, once its bytes are kept.
   */
  keep(memberId: string, bytes: AsyncIterable<Uint8Array>, arriving?: string, insist?: Insist): Promise<ImageInfo>
  info(memberId: string, id: ImageId): Promise<ImageInfo>
  /** The bytes of a picture whose `info` was asked for, as they are read. */
  open(image: ImageInfo, range?: ByteRange): Promise<Readable>
  /** All bytes at once. */
  read(memberId: string, id: ImageId): Promise<Uint8Array>
  /** Another form of it: with `width` a thumbnail of at most that longest edge, with `format` in that file format. */
  render(image: ImageInfo, as: { width?: number | undefined; format?: ImageFormat | undefined }): Promise<ImageFile>
}

export interface ImageStoreParts {
  db: Db
  blobs: BlobStore
  /** Folder for uploads that are being looked at. */
  spool: string
  now: () => string
}

export function createImageStore({ db, blobs, spool, now }: ImageStoreParts): ImageStore {
  const record = async (
    memberId: string,
    { width, height, format }: PassedPicture,
    kept: { id: ImageId; bytes: number },
    insist: Insist = (work) => work(),
  ): Promise<ImageInfo> => {
    const info: ImageInfo = { ...kept, width, height, format }
    await insist(() => recordImage(db, memberId, info, now()))
    return info
  }
  const drawing = fewAtOnce(DRAWN_AT_ONCE)
  const store: ImageStore = {
    upload: (memberId, bytes) =>
      withSpooled(spool, bytes, async (file) => {
        const prepared = await prepareUpload(file)
        const kept = await blobs.write(prepared.bytes ? [prepared.bytes] : createReadStream(file.path))
        return record(memberId, prepared, kept)
      }),
    async keep(memberId, bytes, arriving, insist) {
      let passed: PassedPicture | null = null
      const kept = await blobs.write(
        checkPassing(bytes, (picture) => (passed = picture)),
        { mayWait: true, arriving },
      )
      if (!passed) throw new AppError('image_damaged')
      return record(memberId, passed, kept, insist)
    },
    info: (memberId, id) => ownImage(db, memberId, id),
    open: ({ id }, range) => blobs.read(id, range),
    async read(memberId, id) {
      await ownImage(db, memberId, id)
      return buffer(await blobs.read(id))
    },
    render: (image, as) => drawing(async () => render(await buffer(await blobs.read(image.id)), image, as)),
  }
  return store
}

async function render(
  original: Uint8Array,
  info: ImageInfo,
  { width, format }: Parameters<ImageStore['render']>[1],
): Promise<ImageFile> {
  const smaller = width !== undefined && width < Math.max(info.width, info.height)
  const sized = smaller ? await makeThumbnail(original, width) : original
  const current = knownFormat(sized) ?? info.format
  if (format === undefined || format === current) return { bytes: sized, format: current }
  return { bytes: await transcode(sized, format), format }
}

function knownFormat(bytes: Uint8Array): ImageFormat | null {
  const found = sniffFormat(bytes)
  return found === 'gif' ? null : found
}

/** Notes a picture and whose it is; when the member has it already, that it is in use again. */
async function recordImage(db: Db, memberId: string, info: ImageInfo, now: string): Promise<void> {
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
  return imageInfoSchema.parse({
    ...row,
    width: Number(row.width),
    height: Number(row.height),
    bytes: Number(row.bytes),
  })
}
