import { AppError } from '#domain/app-error.ts'

/**
 * A picture file, decoded by the browser; close it when it is drawn.
 * @throws AppError image_unreadable
 */
export async function decodePicture(bytes: Uint8Array): Promise<ImageBitmap> {
  try {
    return await createImageBitmap(new Blob([new Uint8Array(bytes)]))
  } catch (cause) {
    throw new AppError('image_unreadable', { cause })
  }
}
