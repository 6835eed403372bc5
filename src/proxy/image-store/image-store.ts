import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import type { KeptMask } from '#contract/http-wire.ts'
import { AppError } from '#domain/app-error.ts'
import { type ImageFormat, type ImageId, type ImageInfo, sniffFormat } from '#domain/image.ts'
import type { ImageMeasures } from '#domain/image-measures.ts'
import type { Extent } from '#domain/legal-sizes.ts'
import { MAX_MEGAPIXELS } from '#domain/max-megapixels.ts'
import type { Rect } from '#domain/rect.ts'
import type { Db } from '../database/tables.ts'
import { checkPassing, type PassedPicture } from '../pixels/check-passing.ts'
import { prepareMask } from '../pixels/edit/prepare-mask.ts'
import { makeThumbnail } from '../pixels/make-thumbnail.ts'
import { measureImage } from '../pixels/measure-image.ts'
import { prepareOriginal } from '../pixels/prepare-original.ts'
import { type PictureFile, prepareUpload, type Upload } from '../pixels/prepare-upload.ts'
import { readHeader } from '../pixels/read-header.ts'
import { transcode } from '../pixels/transcode.ts'
import type { BlobStore, ByteRange } from './blob-store.ts'
import { ownImage, ownMaskBox } from './own-image.ts'
import { recordImage } from './record-image.ts'
import { rememberMeasures } from './remember-measures.ts'
import { setAside } from './set-aside.ts'
import { withSpooled } from './spool-upload.ts'
import { wholePictureLine, withWholePicture } from './whole-picture.ts'

/** Each holds a whole file and a part of its pixels; a board asks for all of its thumbnails at once. */
const DRAWN_AT_ONCE = 2
const PREPARED_AT_ONCE = 2

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
  /** As `upload`, for a picture to be edited: it keeps its size and its alpha. Throws `image_animated` too. */
  uploadOriginal(memberId: string, bytes: AsyncIterable<Uint8Array>): Promise<ImageInfo>
  /** Keeps a mask for a canvas of that size, checked and made fully one or the other. Throws AppError `mask_…`, `image_…`. */
  uploadMask(memberId: string, bytes: AsyncIterable<Uint8Array>, canvas: Extent): Promise<KeptMask>
  /** The box around all that may change of a mask; null for a picture that was never checked as one. */
  maskBox(memberId: string, id: ImageId): Promise<Rect | null>
  measures(memberId: string, id: ImageId): Promise<ImageMeasures>
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
  /** Takes bytes out of memory until they are read; nothing is kept then. */
  setAside(bytes: Uint8Array): Promise<Readable>
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
    { insist = (work) => work(), ...about }: { insist?: Insist | undefined; maskBox?: Rect } = {},
  ): Promise<ImageInfo> => {
    const info: ImageInfo = { ...kept, width, height, format }
    await insist(() => recordImage(db, { memberId, info, ...about, now: now() }))
    return info
  }
  const drawing = wholePictureLine(DRAWN_AT_ONCE)
  const preparing = wholePictureLine(PREPARED_AT_ONCE)
  const measure = rememberMeasures(async (id) => measureImage(await buffer(await blobs.read(id))))
  const keepUpload = (
    memberId: string,
    bytes: AsyncIterable<Uint8Array>,
    prepare: (file: PictureFile) => Promise<Upload>,
  ): Promise<ImageInfo> =>
    withSpooled(spool, bytes, async (file) => {
      const { autoOrient } = await readHeader(file.path)
      return await preparing(autoOrient, async () => {
        const prepared = await prepare(file)
        const kept = await blobs.write(prepared.bytes ? [prepared.bytes] : createReadStream(file.path))
        return record(memberId, prepared, kept)
      })
    })
  return {
    upload: (memberId, bytes) => keepUpload(memberId, bytes, prepareUpload),
    uploadOriginal: (memberId, bytes) => keepUpload(memberId, bytes, prepareOriginal),
    async uploadMask(memberId, bytes, canvas) {
      const { width, height } = canvas
      if (width * height > MAX_MEGAPIXELS * 1_000_000)
        throw new AppError('image_too_large', { details: { width, height, megapixels: MAX_MEGAPIXELS } })
      const { png, box, share } = await withSpooled(spool, bytes, ({ path }) =>
        withWholePicture(canvas, async () => prepareMask(await readFile(path), canvas)),
      )
      const kept = await blobs.write([png])
      const image = await record(memberId, { ...canvas, format: 'png' }, kept, { maskBox: box })
      return { image, box, share }
    },
    maskBox: (memberId, id) => ownMaskBox(db, memberId, id),
    async measures(memberId, id) {
      return measure(await ownImage(db, memberId, id))
    },
    async keep(memberId, bytes, arriving, insist) {
      let passed: PassedPicture | null = null
      const kept = await blobs.write(
        checkPassing(bytes, (picture) => (passed = picture)),
        { mayWait: true, arriving },
      )
      if (!passed) throw new AppError('image_damaged')
      return record(memberId, passed, kept, { insist })
    },
    info: (memberId, id) => ownImage(db, memberId, id),
    open: ({ id }, range) => blobs.read(id, range),
    async read(memberId, id) {
      await ownImage(db, memberId, id)
      return buffer(await blobs.read(id))
    },
    setAside: (bytes) => setAside(spool, bytes),
    render: (image, as) => drawing(image, async () => render(await buffer(await blobs.read(image.id)), image, as)),
  }
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
