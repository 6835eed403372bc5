import type { ErrorHandler } from 'hono'
import { errorSchema } from '#contract/http-wire.ts'
import { toFailure } from '#domain/app-error.ts'
import { makeFailure } from '#domain/failure.ts'
import { FAILURES } from '#domain/failures.ts'
import { describeError } from '../log.ts'
import type { Services } from '../services.ts'
import { answer } from './answer.ts'
import type { Env } from './env.ts'

/**
 * Turns anything thrown into its status and its sentence; what is not expected is logged and tells nothing. While the proxy
 * stops, that is mostly a request on an open connection that came after the database was closed.
 */
export function answerError({
  log,
  metrics,
  stopping,
}: Pick<Services, 'log' | 'metrics' | 'stopping'>): ErrorHandler<Env> {
  return (error, c) => {
    const thrown = toFailure(error)
    const failure = thrown.code === 'internal' && stopping() ? makeFailure('stopping') : thrown
    if (failure.code === 'internal') {
      log.error({ requestId: c.get('requestId'), ...describeError(error) }, 'request failed')
    }
    metrics.refused('request', failure.code)
    const response = answer(errorSchema, { error: failure }, FAILURES[failure.code].status || FAILURES.internal.status)
    const wait = failure.code === 'too_many_requests' ? failure.details?.['seconds'] : undefined
    if (wait !== undefined) response.headers.set('retry-after', String(wait))
    return response
  }
}
