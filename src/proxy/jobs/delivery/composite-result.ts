import type { Result } from '#domain/job.ts'
import type { Request } from '#domain/request.ts'
import type { ImageStore } from '../../image-store/image-store.ts'
import { composite } from '../../pixels/edit/composite.ts'
import { inPieces } from './in-pieces.ts'

interface Compositing {
  images: ImageStore
  memberId: string
  cut: NonNullable<Request['cut']>
  match: boolean
}

/** A result put into the original it is an edit of. Throws AppError of the pictures or of where they are kept. */
export async function compositeResult({ images, memberId, cut, match }: Compositing, result: Result): Promise<Result> {
  const { image: raw } = result
  const { png, measures } = await composite({
    original: await images.read(memberId, cut.original.imageId),
    mask: cut.mask && (await images.read(memberId, cut.mask.imageId)),
    raw: await images.read(memberId, raw.id),
    cut,
    match,
  })
  return { ...result, image: await images.keep(memberId, inPieces(png)), composite: { raw, measures } }
}
