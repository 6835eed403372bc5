import { createMiddleware } from 'hono/factory'
import { AppError } from '#domain/app-error.ts'

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\]|::1)$/

const isLoopback = (host: string): boolean => LOOPBACK.test(host)

/**
 * On loopback, refuses requests addressed to any other name: a web page cannot reach the proxy by pointing a name of its
 * own at this machine (DNS rebinding).
 */
export function checkHost(listeningOn: string) {
  return createMiddleware(async (c, next) => {
    const asked = new URL(`http://${c.req.header('host') ?? new URL(c.req.url).host}`).hostname
    if (isLoopback(listeningOn) && !isLoopback(asked)) throw new AppError('host_refused')
    return next()
  })
}
