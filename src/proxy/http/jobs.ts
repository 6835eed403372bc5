import { type Context, Hono } from 'hono'
import { listJobsQuerySchema, markJobSchema, routes } from '#contract/http-wire.ts'
import { AppError } from '#domain/app-error.ts'
import { jobIdSchema } from '#domain/job.ts'
import type { Services } from '../services.ts'
import { answer } from './answer.ts'
import type { Env } from './env.ts'
import { parseInput, readJson } from './read-input.ts'
import { readSubmit } from './read-submit.ts'

/** The id in a job's address. One that no job can have is a missing job. */
export function jobIdOf(c: Context): string {
  const id = jobIdSchema.safeParse(c.req.param('id'))
  if (!id.success) throw new AppError('job_missing')
  return id.data
}

/** Submit, look up, list, mark and cancel jobs. */
export function jobRoutes({ jobs }: Services): Hono<Env> {
  const app = new Hono<Env>()

  app.put(routes.putJob.path, async (c) => {
    const id = parseInput(jobIdSchema, c.req.param('id'))
    const body = readSubmit(await readJson(c.req))
    const { job, isNew } = await jobs.submit(c.get('member').id, id, body)
    return answer(routes.putJob.answer, job, isNew ? 201 : 200)
  })

  app.get(routes.listJobs.path, async (c) => {
    const query = parseInput(listJobsQuerySchema, c.req.query())
    return answer(routes.listJobs.answer, { jobs: await jobs.list(c.get('member').id, query) })
  })

  app.get(routes.getJob.path, async (c) =>
    answer(routes.getJob.answer, await jobs.read(c.get('member').id, jobIdOf(c))),
  )

  app.patch(routes.markJob.path, async (c) => {
    const id = jobIdOf(c)
    const mark = parseInput(markJobSchema, await readJson(c.req))
    return answer(routes.markJob.answer, await jobs.mark(c.get('member').id, id, mark))
  })

  app.delete(routes.cancelJob.path, async (c) =>
    answer(routes.cancelJob.answer, await jobs.cancel(c.get('member').id, jobIdOf(c))),
  )
  return app
}
