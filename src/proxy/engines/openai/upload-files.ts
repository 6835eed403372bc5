import { AppError } from '#domain/app-error.ts'
import { type ImageId, sniffFormat } from '#domain/image.ts'
import type { EngineCall } from '../engine.ts'

const MIME_TYPES = { png: 'image/png', jpeg: 'image/jpeg', webp: 'image/webp', gif: null } as const
const MAX_MEGABYTES = 50

export interface UploadFiles {
  images: File[]
  mask: File | null
}

/**
 * The pictures of an edit as named, typed files: the upstream refuses a part without a name or a type.
 * Throws AppError `image_unreadable`, `image_too_heavy`, or what `readImage` throws. Nothing was sent yet.
 */
export async function uploadFiles({ request, readImage }: EngineCall): Promise<UploadFiles> {
  const images: File[] = []
  for (const [i, { imageId }] of request.references.entries()) {
    images.push(await fileOf(imageId, `reference-${i + 1}`, readImage))
  }
  return { images, mask: request.mask === null ? null : await fileOf(request.mask, 'mask', readImage) }
}

async function fileOf(id: ImageId, name: string, readImage: EngineCall['readImage']): Promise<File> {
  const bytes = new Uint8Array(await readImage(id))
  const format = sniffFormat(bytes)
  const type = format && MIME_TYPES[format]
  if (!type) throw new AppError('image_unreadable')
  if (bytes.length >= MAX_MEGABYTES * 1024 ** 2) {
    throw new AppError('image_too_heavy', { details: { limit: MAX_MEGABYTES } })
  }
  return new File([bytes], `${name}.${format}`, { type })
}
