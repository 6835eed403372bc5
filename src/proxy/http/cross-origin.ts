import { cors } from 'hono/cors'
import { createMiddleware } from 'hono/factory'

/** Any origin may call, without credentials: the plugin's window has the origin `null`, and the token is the lock. */
export const crossOrigin = cors({
  origin: '*',
  allowMethods: ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'],
  allowHeaders: ['authorization', 'content-type', 'if-none-match', 'if-range', 'last-event-id', 'range'],
  exposeHeaders: ['accept-ranges', 'content-length', 'content-range', 'etag', 'retry-after', 'x-request-id'],
  maxAge: 600,
})

/** Browsers ask before a public page, such as Figma's, may call an address of the local network. */
export const privateNetwork = createMiddleware(async (c, next) => {
  await next()
  if (c.req.header('access-control-request-private-network') === 'true') {
    c.res.headers.set('access-control-allow-private-network', 'true')
  }
})
