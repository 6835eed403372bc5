import { toFailure } from '#domain/app-error.ts'
import type { Failure } from '#domain/failure.ts'

/** What was read, or why it could not be. */
export async function tryToRead<T>(
  reading: Promise<T>,
): Promise<{ value: T; failure: null } | { value: null; failure: Failure }> {
  try {
    return { value: await reading, failure: null }
  } catch (error) {
    return { value: null, failure: toFailure(error) }
  }
}
