import { AppError } from '#domain/app-error.ts'

/** Awaits work that decodes a picture from outside. Whatever the decoder cannot do becomes `image_damaged`. */
export async function decoding<T>(work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (cause) {
    throw cause instanceof AppError ? cause : new AppError('image_damaged', { cause })
  }
}
