import { AppError } from '#domain/app-error.ts'

/** When a call must end, and why it did. */
export interface Deadline {
  signal: AbortSignal
  /** The failure of a call that was stopped from our side; null when it was not. */
  stopped(): AppError | null
  /** The failure of a call that took too long. */
  passed(): AppError
}

/** The caller's own signal and one clock for the whole call, the body included. */
export function startDeadline(caller: AbortSignal, timeoutMs: number): Deadline {
  const clock = AbortSignal.timeout(timeoutMs)
  const passed = () => new AppError('upstream_timeout', { details: { seconds: Math.round(timeoutMs / 1000) } })
  return {
    signal: AbortSignal.any([caller, clock]),
    passed,
    stopped: () => {
      if (caller.aborted) return new AppError('interrupted')
      return clock.aborted ? passed() : null
    },
  }
}
