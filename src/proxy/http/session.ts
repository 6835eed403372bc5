import { Hono } from 'hono'
import { CONTRACT_VERSION, routes } from '#contract/http-wire.ts'
import { offeredModels } from '#domain/models.ts'
import type { Services } from '../services.ts'
import { answer } from './answer.ts'
import type { Env } from './env.ts'

/** Who is calling, what is on offer, what is left. */
export function sessionRoutes({ engine, jobs, ledger, now }: Services): Hono<Env> {
  const app = new Hono<Env>()
  app.get(routes.getSession.path, async (c) => {
    const member = c.get('member')
    return answer(routes.getSession.answer, {
      contractVersion: CONTRACT_VERSION,
      member: { name: member.name, admin: member.admin },
      engine: { name: engine.name, simulated: engine.simulated },
      models: [...offeredModels(now().slice(0, 10))],
      typicalSeconds: await jobs.typicalSeconds(),
      budget: await ledger.budget(member.id),
      credits: await ledger.credits(member.id),
    })
  })
  return app
}
