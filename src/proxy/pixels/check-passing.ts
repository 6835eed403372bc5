import { AppError } from '#domain/app-error.ts'
import type { ImageFormat } from '#domain/image.ts'
import { damaged } from './structure/damaged.ts'
import type { Extent } from './structure/extent.ts'
import { walkPicture } from './structure/walk-picture.ts'

export interface PassedPicture extends Extent {
  format: ImageFormat
}

/**
 * Lets a picture through and checks it on the way, without decoding it: its format by its first bytes, its size by its
 * header, its structure (of a PNG every checksum) to the end. Throws AppError `image_unreadable`, `image_too_large` or
 * `image_damaged`. A GIF, which no engine can be asked for, is `image_unreadable`. `onEnd` is told what passed.
 */
export async function* checkPassing(
  bytes: AsyncIterable<Uint8Array>,
  onEnd: (picture: PassedPicture) => void,
): AsyncGenerator<Uint8Array, void> {
  const walk = walkPicture()
  for await (const piece of bytes) {
    walk.feed(piece)
    yield piece
  }
  const format = walk.format()
  if (format === null || format === 'gif') throw new AppError('image_unreadable')
  const end = walk.end()
  if (!end) throw damaged()
  const { width, height } = end.found
  onEnd({ format, width, height })
}
