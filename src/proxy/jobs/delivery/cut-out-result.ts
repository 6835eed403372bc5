import type { CutoutWay } from '#domain/edits/cutout.ts'
import type { Result } from '#domain/job.ts'
import type { ImageStore } from '../../image-store/image-store.ts'
import { cutOut } from '../../pixels/cutout/cut-out.ts'
import { inPieces } from './in-pieces.ts'

interface CuttingOut {
  images: ImageStore
  memberId: string
  way: CutoutWay
  /** #rrggbb. */
  key: string
}

/** A result's subject alone; the picture as it came when it is refused as no cutout. Throws AppError of the picture. */
export async function cutOutResult({ images, memberId, way, key }: CuttingOut, result: Result): Promise<Result> {
  const { image: raw } = result
  const { png, transparent, refused } = await cutOut({ raw: await images.read(memberId, raw.id), way, key })
  const image = png === null ? raw : await images.keep(memberId, inPieces(png))
  return { ...result, image, cutout: { way, raw, transparent, refused } }
}
