import { createMiddleware } from 'hono/factory'
import type { Services } from '../services.ts'
import type { Env } from './env.ts'

/** While the proxy stops, an open connection takes no further request: the next one finds the process that comes after. */
export function closeWhenStopping({ stopping }: Pick<Services, 'stopping'>) {
  return createMiddleware<Env>(async (c, next) => {
    await next()
    if (stopping()) c.res.headers.set('connection', 'close')
  })
}
