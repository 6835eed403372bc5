import { AppError, toFailure } from '#domain/app-error.ts'
import { type FailureCode, makeFailure } from '#domain/failure.ts'
import { FAILURES } from '#domain/failures.ts'
import type { Outcome } from './outcome.ts'

type Failed = Extract<Outcome, { kind: 'failed' }>

/** The outcome of a job that was sent and whose answer nobody waits for any more. A simulated call costs nothing. */
export const interruptedOutcome = (simulated: boolean): Failed => ({
  kind: 'failed',
  failure: makeFailure(simulated ? 'interrupted_free' : 'interrupted'),
  mayHaveBeenCharged: !simulated,
})

/** The outcome of a call that threw. Only a failure known to be free is free; what nobody expected counts as sent. */
export function failedOutcome(error: unknown, simulated: boolean): Failed {
  const code: FailureCode = error instanceof AppError ? error.code : 'internal'
  if (simulated) {
    if (code === 'interrupted') return interruptedOutcome(simulated)
    return { kind: 'failed', failure: toFailure(error), mayHaveBeenCharged: false }
  }
  if (code === 'internal')
    return { kind: 'failed', failure: makeFailure('failed_after_sending'), mayHaveBeenCharged: true }
  return { kind: 'failed', failure: toFailure(error), mayHaveBeenCharged: FAILURES[code].billed === 'maybe' }
}
