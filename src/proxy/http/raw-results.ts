import { Hono } from 'hono'
import { routes } from '#contract/http-wire.ts'
import { AppError } from '#domain/app-error.ts'
import type { Services } from '../services.ts'
import type { Env } from './env.ts'
import { isKnown } from './is-known.ts'
import { jobIdOf } from './jobs.ts'
import { madeResponse } from './made-response.ts'

/** Results of edits without protection. They are put together when asked for, and never change. */
export function rawResultRoutes({ images, jobs }: Services): Hono<Env> {
  const app = new Hono<Env>()
  app.get(routes.getRaw.path, async (c) => {
    const [id, index] = [jobIdOf(c), c.req.param('index')]
    if (!/^\d$/.test(index)) throw new AppError('raw_missing')
    const raw = await jobs.raw(c.get('member').id, id, Number(index))
    const etag = `"${id}-${index}-raw"`
    const headers = { etag, 'cache-control': 'private, max-age=31536000, immutable', vary: 'authorization' }
    if (isKnown(c.req.header('if-none-match'), etag)) return new Response(null, { status: 304, headers })
    return madeResponse(c, images, await raw(), { ...headers, 'content-type': 'image/png' })
  })
  return app
}
