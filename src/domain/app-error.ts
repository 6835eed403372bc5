import { type Failure, type FailureCode, type FailureDetails, failureSchema, makeFailure } from './failure.ts'

/** An expected failure, thrown inside a room; `toFailure` makes it plain before it crosses a boundary. */
export class AppError extends Error {
  override readonly name = 'AppError'
  readonly code: FailureCode
  readonly failure: Failure

  constructor(code: FailureCode, more: { details?: FailureDetails; cause?: unknown } = {}) {
    const failure = makeFailure(code, more.details)
    super(failure.message, more.cause === undefined ? undefined : { cause: more.cause })
    this.code = code
    this.failure = failure
  }

  /** The error for a failure that came from another side. */
  static from(failure: Failure): AppError {
    return new AppError(failure.code, failure.details ? { details: failure.details } : {})
  }
}

/** The plain failure of anything thrown; what is not expected becomes `internal`, its text left out. */
export function toFailure(error: unknown): Failure {
  if (error instanceof AppError) return error.failure
  const plain = failureSchema.safeParse(error)
  return plain.success ? plain.data : makeFailure('internal')
}
