import { Hono } from 'hono'
import { routes } from '#contract/http-wire.ts'
import type { Services } from '../services.ts'
import { answer } from './answer.ts'
import type { Env } from './env.ts'
import { openapiDocument } from './openapi.ts'

/** Open to anyone: whether the proxy is up and ready, and what its contract is. */
export function operationRoutes({ checkReadiness, engine }: Services): Hono<Env> {
  const app = new Hono<Env>()
  app.get(routes.health.path, () => answer(routes.health.answer, { ok: true, checks: { process: 'up' } }))
  app.get(routes.ready.path, async () => {
    const { ok, checks } = await checkReadiness()
    return answer(routes.ready.answer, { ok, checks: { ...checks, engine: engine.name } }, ok ? 200 : 503)
  })
  app.get(routes.openapi.path, (c) => c.json(openapiDocument))
  return app
}
