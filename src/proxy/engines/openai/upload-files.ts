import { AppError } from '#domain/app-error.ts'
import { type ImageFormat, type ImageId, sniffFormat } from '#domain/image.ts'
import { flattenOnWhite } from '../../pixels/flatten-on-white.ts'
import type { EngineCall } from '../engine.ts'

const MAX_MEGABYTES = 50

export interface UploadFiles {
  images: File[]
  mask: File | null
}

/**
 * The pictures of an edit as named, typed files: the upstream refuses a part without a name or a type. References go
 * without alpha, which the model does not see; a mask is nothing but its alpha and goes as it is.
 * Throws AppError `image_unreadable`, `image_damaged`, `image_too_heavy`, or what `readImage` throws. Nothing was sent yet.
 */
export async function uploadFiles({ request, readImage }: EngineCall): Promise<UploadFiles> {
  const images: File[] = []
  for (const [i, { imageId }] of request.references.entries()) {
    const { bytes, format } = await pictureOf(imageId, readImage)
    images.push(toFile(await flattenOnWhite(bytes, format), format, `reference-${i + 1}`))
  }
  if (request.mask === null) return { images, mask: null }
  const { bytes, format } = await pictureOf(request.mask, readImage)
  return { images, mask: toFile(bytes, format, 'mask') }
}

interface Picture {
  bytes: Uint8Array
  format: ImageFormat
}

async function pictureOf(id: ImageId, readImage: EngineCall['readImage']): Promise<Picture> {
  const bytes = await readImage(id)
  const format = sniffFormat(bytes)
  if (format === null || format === 'gif') throw new AppError('image_unreadable')
  return { bytes, format }
}

function toFile(bytes: Uint8Array, format: ImageFormat, name: string): File {
  if (bytes.length >= MAX_MEGABYTES * 1024 ** 2) {
    throw new AppError('image_too_heavy', { details: { limit: MAX_MEGABYTES } })
  }
  // A file copies what it is made of; a view does not.
  const { buffer, byteOffset, byteLength } = bytes
  const part = buffer instanceof ArrayBuffer ? new Uint8Array(buffer, byteOffset, byteLength) : new Uint8Array(bytes)
  return new File([part], `${name}.${format}`, { type: `image/${format}` })
}
