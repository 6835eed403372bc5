import { BlockList, isIP } from 'node:net'
import { createMiddleware } from 'hono/factory'
import { AppError } from '#domain/app-error.ts'

const LOOPBACK = new BlockList()
LOOPBACK.addSubnet('127.0.0.0', 8, 'ipv4')
LOOPBACK.addAddress('::1', 'ipv6')

/** By meaning, not by spelling: an IPv6 address can be written in many ways, and an IPv4 one as IPv6. */
function isLoopback(host: string): boolean {
  const address = host.replace(/^\[|\]$/g, '')
  const version = isIP(address)
  return version === 0 ? address === 'localhost' : LOOPBACK.check(address, version === 4 ? 'ipv4' : 'ipv6')
}

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
