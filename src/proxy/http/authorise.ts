import { createMiddleware } from 'hono/factory'
import { routes } from '#contract/http-wire.ts'
import { AppError } from '#domain/app-error.ts'
import type { Services } from '../services.ts'
import type { Env } from './env.ts'

const open = new Set(
  Object.values(routes)
    .filter((route) => !route.auth)
    .map((route): string => route.path),
)

/** Lets a request through when the contract leaves its route open or its bearer token belongs to a member. */
export function authorise({ members }: Pick<Services, 'members'>) {
  return createMiddleware<Env>(async (c, next) => {
    if (open.has(c.req.path)) return next()
    const [, token] = /^Bearer +([\w.~+/=-]{1,500})$/i.exec(c.req.header('authorization') ?? '') ?? []
    const member = token === undefined ? null : await members.find(token)
    if (!member) throw new AppError('token_wrong')
    c.set('member', member)
    return next()
  })
}
