import { Hono } from 'hono'
import { routes } from '#contract/http-wire.ts'
import type { Services } from '../services.ts'
import { answer } from './answer.ts'
import type { Env } from './env.ts'

/** Spent, reserved and left. */
export function usageRoutes({ jobs, ledger }: Services): Hono<Env> {
  const app = new Hono<Env>()
  app.get(routes.getUsage.path, async (c) => {
    const { id } = c.get('member')
    return answer(routes.getUsage.answer, { budget: await ledger.budget(id), jobs: await jobs.count(id), rows: [] })
  })
  return app
}
