import { isIPv6 } from 'node:net'
import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context } from 'hono'

/** An IPv6 network of one customer, which hands out addresses freely, is one caller. Groups of four digits. */
const NETWORK_GROUPS = 4

/**
 * Who calls, as far as the network tells: the address of the connection, or, behind a reverse proxy, the last one of
 * `X-Forwarded-For`. That one the reverse proxy wrote itself; those before it can be made up.
 */
export function callerAddress(c: Context, behindProxy: boolean): string {
  const forwarded = behindProxy ? c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() : undefined
  return networkOf(forwarded || socketAddress(c))
}

/** A request that came over no connection, as tests make them, has no address. */
function socketAddress(c: Context): string {
  const overSocket = typeof c.env === 'object' && c.env !== null && 'incoming' in c.env
  return (overSocket ? getConnInfo(c).remote.address : undefined) ?? ''
}

function networkOf(address: string): string {
  if (!isIPv6(address) || address.startsWith('::ffff:')) return address
  const [head = '', tail] = address.split('::')
  const left = head.split(':').filter((group) => group !== '')
  const right = tail === undefined ? [] : tail.split(':').filter((group) => group !== '')
  const zeros = Array.from({ length: Math.max(0, 8 - left.length - right.length) }, () => '0')
  return [...left, ...zeros, ...right].slice(0, NETWORK_GROUPS).join(':')
}
