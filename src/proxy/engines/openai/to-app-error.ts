import { APIConnectionError, APIConnectionTimeoutError, APIError, APIUserAbortError } from 'openai'
import { AppError } from '#domain/app-error.ts'
import type { FailureDetails } from '#domain/failure.ts'
import type { Deadline } from './deadline.ts'
import { readRefusal } from './read-refusal.ts'
import { upstreamFailure } from './upstream-failure.ts'
import { UpstreamRefusal } from './upstream-refusal.ts'
import { wasNeverSent } from './was-never-sent.ts'

/** The failure of a call that was handed to the SDK. What cannot be proved unsent may have been charged. */
export function toAppError(error: unknown, deadline: Deadline): AppError {
  const stopped = deadline.stopped()
  if (stopped) return stopped
  if (error instanceof AppError) return error
  if (wasNeverSent(error)) return new AppError('upstream_unreachable')
  if (error instanceof APIConnectionTimeoutError) return deadline.passed()
  if (error instanceof APIConnectionError || error instanceof APIUserAbortError) return new AppError('upstream_cut_off')
  if (error instanceof APIError) return refused(error)
  if (error instanceof SyntaxError) return new AppError('upstream_bad_answer')
  return new AppError('upstream_cut_off')
}

function refused(error: APIError): AppError {
  const marks = readRefusal(error)
  const code = upstreamFailure(marks, error.message)
  const details: FailureDetails = {}
  if (marks.requestId) details['requestId'] = marks.requestId
  const wait = code === 'upstream_rate_limited' ? retryAfterSeconds(error.headers) : null
  if (wait !== null) details['retryAfterSeconds'] = wait
  return new AppError(code, { details, cause: new UpstreamRefusal(marks) })
}

/** The standard header is seconds or a date. */
function retryAfterSeconds(headers: APIError['headers']): number | null {
  const milliseconds = Number(headers?.get('retry-after-ms') ?? Number.NaN)
  const said = headers?.get('retry-after') ?? ''
  const date = said.endsWith('GMT') ? Math.max(0, Date.parse(said) - Date.now()) : Number.NaN
  const waits = [milliseconds / 1000, said === '' ? Number.NaN : Number(said), Math.ceil(date / 1000)]
  return waits.find((wait) => Number.isFinite(wait) && wait >= 0) ?? null
}
