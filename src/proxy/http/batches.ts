import { Hono } from 'hono'
import { routes } from '#contract/http-wire.ts'
import { AppError } from '#domain/app-error.ts'
import { jobIdSchema } from '#domain/job.ts'
import type { Services } from '../services.ts'
import { answer } from './answer.ts'
import type { Env } from './env.ts'
import type { BodyLimit } from './read-bytes.ts'
import { parseInput, readJson } from './read-input.ts'
import { readSubmitBatch } from './read-submit.ts'

/** A hundred of the longest briefs. */
const BATCH_LIMIT: BodyLimit = { bytes: 10 * 1024 * 1024, tooLarge: () => new AppError('body_too_large') }

/** Submit jobs together, all or none. */
export function batchRoutes({ jobs }: Services): Hono<Env> {
  const app = new Hono<Env>()
  app.put(routes.putBatch.path, async (c) => {
    const id = parseInput(jobIdSchema, c.req.param('id'))
    const body = readSubmitBatch(await readJson(c.req, BATCH_LIMIT))
    const { batch, isNew } = await jobs.submitBatch(c.get('member').id, id, body)
    return answer(routes.putBatch.answer, batch, isNew ? 201 : 200)
  })
  return app
}
