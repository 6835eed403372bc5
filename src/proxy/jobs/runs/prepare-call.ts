import { createHash } from 'node:crypto'
import { AppError } from '#domain/app-error.ts'
import type { ImageId } from '#domain/image.ts'
import type { Request } from '#domain/request.ts'
import type { EngineCall } from '../../engines/engine.ts'
import type { ImageStore } from '../../image-store/image-store.ts'
import { withWholePicture } from '../../image-store/whole-picture.ts'
import { cutWindow } from '../../pixels/edit/cut-window.ts'
import { type JobRow, toRequest } from '../job-row.ts'

/** What an engine is given to work on. */
export type PreparedCall = Pick<EngineCall, 'request' | 'readImage'>

/**
 * A job's request as an engine can take it: what it cuts from an original and a mask is cut and lies in memory.
 * @throws AppError of the pictures or of where they are kept; failed_unsent. All of them say that nothing was charged.
 */
export async function prepareCall({ images }: { images: ImageStore }, row: JobRow): Promise<PreparedCall> {
  const request = toRequest(row)
  const kept = (id: ImageId): Promise<Uint8Array> => images.read(row.member_id, id)
  if (!request.cut) return { request, readImage: kept }
  try {
    return await cutRequest(request, request.cut, kept)
  } catch (cause) {
    throw cause instanceof AppError ? cause : new AppError('failed_unsent', { cause })
  }
}

async function cutRequest(
  request: Request,
  cut: NonNullable<Request['cut']>,
  kept: EngineCall['readImage'],
): Promise<PreparedCall> {
  const { size } = request
  const { image, mask } = await withWholePicture(cut.canvas, async () => {
    const original = await kept(cut.original.imageId)
    return cutWindow({ original, mask: cut.mask && (await kept(cut.mask.imageId)), cut, size })
  })
  const made = new Map<ImageId, Uint8Array>()
  const add = (bytes: Uint8Array): ImageId => {
    const id = createHash('sha256').update(bytes).digest('hex')
    made.set(id, bytes)
    return id
  }
  const [first, ...others] = request.references
  if (!first) throw new Error('An edit has no original among its references')
  return {
    request: {
      ...request,
      references: [{ ...first, imageId: add(image) }, ...others],
      mask: mask && add(mask),
      cut: null,
    },
    readImage: async (id) => made.get(id) ?? kept(id),
  }
}
