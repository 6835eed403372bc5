import { createMiddleware } from 'hono/factory'
import { type Route, routes } from '#contract/http-wire.ts'
import { AppError } from '#domain/app-error.ts'
import type { Services } from '../services.ts'
import { callerAddress } from './caller-address.ts'
import type { Env } from './env.ts'
import { createRateLimits } from './rate-limits.ts'

const table: Route[] = Object.values(routes)
const open = new Set(table.filter((route) => !route.auth).map((route) => route.path))

/** What only admins may see. */
export const adminRoutes = table.filter((route) => route.admin)

/**
 * Lets a request through when the contract leaves its route open or its bearer token belongs to a member, each member so
 * many times a minute. An address that keeps trying wrong tokens is told to wait; a right one still works from there.
 */
export function authorise({ members, config }: Pick<Services, 'members' | 'config'>) {
  const limits = createRateLimits(config.limits)
  return createMiddleware<Env>(async (c, next) => {
    if (open.has(c.req.path)) return next()
    const [, token] = /^Bearer +([\w.~+/=-]{1,500})$/i.exec(c.req.header('authorization') ?? '') ?? []
    const member = token === undefined ? null : await members.find(token)
    if (!member) {
      if (token !== undefined) await limits.triedWrongToken(callerAddress(c, config.limits.behindProxy))
      throw new AppError('token_wrong')
    }
    await limits.called(member.id)
    c.set('member', member)
    return next()
  })
}

export const adminOnly = createMiddleware<Env>(async (c, next) => {
  if (!c.get('member').admin) throw new AppError('admin_only')
  return next()
})
