import { z } from 'zod'
import { briefSchema } from '#domain/brief.ts'
import { failureSchema } from '#domain/failure.ts'
import { frameSchema } from '#domain/frame.ts'
import { imageFormatSchema, imageInfoSchema } from '#domain/image.ts'
import { jobSchema, jobStateSchema } from '#domain/job.ts'
import { microDollarsSchema } from '#domain/money.ts'
import { modelSchema } from './model-schema.ts'

/** Raised when a change would break an older plugin or proxy. */
export const CONTRACT_VERSION = 1

const budgetSchema = z.strictObject({
  budget: microDollarsSchema,
  settled: microDollarsSchema,
  reserved: microDollarsSchema,
  /** budget − settled − reserved; can be below zero when a budget was lowered. */
  left: z.int(),
})
export type Budget = z.infer<typeof budgetSchema>

const sessionSchema = z.object({
  contractVersion: z.int(),
  member: z.strictObject({ name: z.string() }),
  engine: z.strictObject({ name: z.string(), simulated: z.boolean() }),
  /** Models on offer today, the default first. */
  models: z.array(modelSchema).min(1),
  /** Median seconds from start to picture, by model id and quality, where it has been seen. */
  typicalSeconds: z.record(z.string(), z.record(z.string(), z.number())),
  budget: budgetSchema,
})
export type Session = z.infer<typeof sessionSchema>

export const submitJobSchema = z.strictObject({
  contractVersion: z.int(),
  frame: frameSchema,
  brief: briefSchema,
  /** The price the person saw; another price is refused with `price_changed`. */
  agreedPrice: microDollarsSchema,
})
export type SubmitJob = z.infer<typeof submitJobSchema>

const jobListSchema = z.strictObject({ jobs: z.array(jobSchema) })
export const listJobsQuerySchema = z.strictObject({
  state: jobStateSchema.optional(),
  limit: z.coerce.number().int().min(1).max(100).default(20),
})

export const imageQuerySchema = z.strictObject({
  /** Longest edge of a thumbnail, in pixels. */
  width: z.coerce.number().int().min(16).max(2048).optional(),
  /** Another file format than the one it is kept in. */
  format: imageFormatSchema.optional(),
})

const JOB_EVENTS = ['queued', 'running', 'partial', 'done', 'failed', 'cancelled'] as const
export const jobEventSchema = z.strictObject({
  /** Counts up within a job; the event stream's id. */
  seq: z.int().nonnegative(),
  type: z.enum(JOB_EVENTS),
  /** The job as it was when the event was sent. */
  job: jobSchema,
})
export type JobEvent = z.infer<typeof jobEventSchema>

const usageReportSchema = z.strictObject({ budget: budgetSchema, jobs: z.int().nonnegative() })
const cancelSchema = z.strictObject({
  job: jobSchema,
  /** What cancelling could and could not undo, in a sentence. */
  said: z.string(),
})
export const errorSchema = z.strictObject({ error: failureSchema })
const healthSchema = z.strictObject({ ok: z.boolean(), checks: z.record(z.string(), z.string()) })

export interface Route {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  /** With `:id` for path parameters. */
  path: string
  summary: string
  /** False for the routes anyone may call. */
  auth: boolean
  body?: z.ZodType | 'bytes'
  query?: z.ZodType
  /** `bytes` for a picture, `events` for a server-sent event stream of `JobEvent`. */
  answer: z.ZodType | 'bytes' | 'events' | 'document'
}

const authorised = <const R extends Omit<Route, 'auth'>>(route: R) => ({ ...route, auth: true as const })
const open = <const R extends Omit<Route, 'auth'>>(route: R) => ({ ...route, auth: false as const })

/** Every route of the proxy. The client, the proxy and the OpenAPI document read this table. */
export const routes = {
  getSession: authorised({
    method: 'GET',
    path: '/v1/session',
    summary: 'Who is calling, what is on offer, what is left',
    answer: sessionSchema,
  }),
  uploadImage: authorised({
    method: 'POST',
    path: '/v1/images',
    summary: 'Keep a picture; the same bytes are kept once',
    body: 'bytes',
    answer: imageInfoSchema,
  }),
  getImage: authorised({
    method: 'GET',
    path: '/v1/images/:id',
    summary: 'A picture’s bytes, or a thumbnail, or another format',
    query: imageQuerySchema,
    answer: 'bytes',
  }),
  putJob: authorised({
    method: 'PUT',
    path: '/v1/jobs/:id',
    summary: 'Submit a job: 201 new, 200 the same again',
    body: submitJobSchema,
    answer: jobSchema,
  }),
  listJobs: authorised({
    method: 'GET',
    path: '/v1/jobs',
    summary: 'My jobs, newest first',
    query: listJobsQuerySchema,
    answer: jobListSchema,
  }),
  getJob: authorised({ method: 'GET', path: '/v1/jobs/:id', summary: 'One job', answer: jobSchema }),
  watchJob: authorised({
    method: 'GET',
    path: '/v1/jobs/:id/events',
    summary: 'What happens to a job, resumable with Last-Event-ID',
    answer: 'events',
  }),
  cancelJob: authorised({
    method: 'DELETE',
    path: '/v1/jobs/:id',
    summary: 'Cancel: free while queued; a running job may still be charged',
    answer: cancelSchema,
  }),
  getUsage: authorised({
    method: 'GET',
    path: '/v1/usage',
    summary: 'Spent, reserved and left',
    answer: usageReportSchema,
  }),
  health: open({ method: 'GET', path: '/healthz', summary: 'The process is up', answer: healthSchema }),
  ready: open({ method: 'GET', path: '/readyz', summary: 'The proxy can take jobs', answer: healthSchema }),
  openapi: open({ method: 'GET', path: '/v1/openapi.json', summary: 'This contract', answer: 'document' }),
} as const satisfies Record<string, Route>
