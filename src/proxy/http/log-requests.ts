import { createMiddleware } from 'hono/factory'
import type { Services } from '../services.ts'
import type { Env } from './env.ts'

/** One line for each request: no query, no header, no body, so no token and no prompt. */
export function logRequests({ log }: Pick<Services, 'log'>) {
  return createMiddleware<Env>(async (c, next) => {
    const start = performance.now()
    await next()
    const ms = Math.round(performance.now() - start)
    log.info(
      { requestId: c.get('requestId'), method: c.req.method, path: c.req.path, status: c.res.status, ms },
      'request',
    )
  })
}
