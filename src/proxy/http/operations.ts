import { Hono } from 'hono'
import { routes } from '#contract/http-wire.ts'
import type { Services } from '../services.ts'
import { answer } from './answer.ts'
import type { Env } from './env.ts'
import { openapiDocument } from './openapi.ts'

/** Whether the proxy is up and ready, what its contract is, and, for admins, its numbers. */
export function operationRoutes({ checkReadiness, metrics }: Services): Hono<Env> {
  const app = new Hono<Env>()
  app.get(routes.health.path, () => answer(routes.health.answer, { ok: true, checks: { process: 'up' } }))
  app.get(routes.ready.path, async () => {
    const { ok, checks } = await checkReadiness()
    return answer(routes.ready.answer, { ok, checks }, ok ? 200 : 503)
  })
  app.get(routes.metrics.path, async (c) =>
    c.body(await metrics.read(), 200, { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' }),
  )
  app.get(routes.openapi.path, (c) => c.json(openapiDocument))
  return app
}
