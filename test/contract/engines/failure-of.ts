import { expect } from 'vitest'
import { AppError } from '#domain/app-error.ts'

/** The AppError a promise ends with; anything else fails the test. */
export async function failureOf(promise: Promise<unknown>): Promise<AppError> {
  const outcome = await promise.then(
    () => 'it succeeded',
    (error: unknown) => error,
  )
  if (!(outcome instanceof AppError)) expect.fail(`expected an AppError, got: ${String(outcome)}`)
  return outcome
}
