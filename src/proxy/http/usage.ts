import { Hono } from 'hono'
import { routes } from '#contract/http-wire.ts'
import { type UsageBy, usageQuerySchema } from '#contract/usage-wire.ts'
import { AppError } from '#domain/app-error.ts'
import type { Member } from '../members/find-member.ts'
import type { Services } from '../services.ts'
import { answer } from './answer.ts'
import type { Env } from './env.ts'
import { parseInput } from './read-input.ts'

/** Spent, reserved and left. */
export function usageRoutes({ jobs, ledger }: Services): Hono<Env> {
  const app = new Hono<Env>()
  app.get(routes.getUsage.path, async (c) => {
    const member = c.get('member')
    const { by } = parseInput(usageQuerySchema, c.req.query())
    const rows = by ? await ledger.usage(by, whoseUsage(by, member)) : []
    return answer(routes.getUsage.answer, {
      budget: await ledger.budget(member.id),
      jobs: await jobs.count(member.id),
      rows,
    })
  })
  return app
}

/** Null for everyone's. Throws AppError `admin_only`. */
function whoseUsage(by: UsageBy, { id, admin }: Member): string | null {
  if (admin) return null
  if (by === 'member') throw new AppError('admin_only')
  return id
}
