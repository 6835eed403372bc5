import { z } from 'zod'
import { briefSchema } from '#domain/brief.ts'
import { creditTableSchema } from '#domain/credits.ts'
import { failureSchema } from '#domain/failure.ts'
import { frameSchema } from '#domain/frame.ts'
import { imageFormatSchema, imageIdSchema, imageInfoSchema } from '#domain/image.ts'
import { imageMeasuresSchema } from '#domain/image-measures.ts'
import { jobIdSchema, jobSchema, jobStateSchema } from '#domain/job.ts'
import { microDollarsSchema } from '#domain/money.ts'
import { rectSchema } from '#domain/rect.ts'
import { modelSchema } from './model-schema.ts'
import { budgetSchema, usageQuerySchema, usageReportSchema } from './usage-wire.ts'

/** Raised when a change would break an older plugin or proxy. */
export const CONTRACT_VERSION = 3

const sessionSchema = z.object({
  contractVersion: z.int(),
  member: z.strictObject({ name: z.string(), admin: z.boolean() }),
  engine: z.strictObject({ name: z.string(), simulated: z.boolean() }),
  /** Models on offer today, the default first. */
  models: z.array(modelSchema).min(1),
  /** Median seconds from start to picture, by model id and quality, where it has been seen. */
  typicalSeconds: z.record(z.string(), z.record(z.string(), z.number())),
  budget: budgetSchema,
  /** For a team that bills in credits: what a picture costs, and what this member has used this month. Null for dollars. */
  credits: z.strictObject({ table: creditTableSchema, used: z.int().nonnegative() }).nullable(),
})
export type Session = z.infer<typeof sessionSchema>

export const submitJobSchema = z.strictObject({
  contractVersion: z.int(),
  frame: frameSchema,
  brief: briefSchema,
  /** The price the person saw; another price is refused with `price_changed`. */
  agreedPrice: microDollarsSchema,
  /** The credits the person saw; null where it was dollars. Others are refused with `price_changed`. */
  agreedCredits: z.int().nonnegative().nullable(),
})
export type SubmitJob = z.infer<typeof submitJobSchema>

export const submitBatchSchema = z.strictObject({
  contractVersion: z.int(),
  /** All of them or none. */
  jobs: z
    .array(submitJobSchema.omit({ contractVersion: true }).extend({ id: jobIdSchema }))
    .min(1)
    .max(100),
})
export type SubmitBatch = z.infer<typeof submitBatchSchema>

const batchSchema = z.strictObject({ id: jobIdSchema, jobs: z.array(jobSchema) })
export type Batch = z.infer<typeof batchSchema>

/** What a person decided about a job; at least one of the two. */
export const markJobSchema = z
  .strictObject({ placed: imageIdSchema.optional(), dismissed: z.boolean().optional() })
  .refine((mark) => Object.keys(mark).length > 0)
export type MarkJob = z.infer<typeof markJobSchema>

const jobListSchema = z.strictObject({ jobs: z.array(jobSchema) })
export const listJobsQuerySchema = z.strictObject({
  state: jobStateSchema.optional(),
  /** `true`: only jobs that still want something: unfinished, done with nothing placed, or failed; not put away. */
  inbox: z.enum(['true']).optional(),
  /** Only jobs older than this one, which is one of mine. */
  before: jobIdSchema.optional(),
  limit: z.coerce.number().int().min(1).max(100).default(20),
})

export const uploadQuerySchema = z.strictObject({
  /**
   * `reference`: made as small as the model reads it. `original`: to be edited, so it keeps its size and its alpha.
   */
  as: z.enum(['reference', 'original']).default('reference'),
})

export const maskQuerySchema = z.strictObject({
  /** Pixels of the canvas the mask is for. */
  width: z.coerce.number().int().min(1).max(100_000),
  height: z.coerce.number().int().min(1).max(100_000),
})
const keptMaskSchema = z.strictObject({
  image: imageInfoSchema,
  /** The smallest box around all that may change, in pixels. */
  box: rectSchema,
  /** Share of the pixels that may change, 0..1. */
  share: z.number().min(0).max(1),
})
export type KeptMask = z.infer<typeof keptMaskSchema>

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

const cancelSchema = z.strictObject({
  job: jobSchema,
  /** What cancelling could and could not undo, in a sentence. */
  said: z.string(),
})
export const errorSchema = z.strictObject({ error: failureSchema })
const healthSchema = z.strictObject({ ok: z.boolean(), checks: z.record(z.string(), z.string()) })

export interface Route {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** With `:id` for path parameters. */
  path: string
  summary: string
  /** False for the routes anyone may call. */
  auth: boolean
  /** True for what only admins may see. */
  admin?: true
  body?: z.ZodType | 'bytes'
  query?: z.ZodType
  /** `bytes` for a picture, `events` for a server-sent event stream of `JobEvent`, `text` for plain text. */
  answer: z.ZodType | 'bytes' | 'events' | 'document' | 'text'
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
    query: uploadQuerySchema,
    body: 'bytes',
    answer: imageInfoSchema,
  }),
  uploadMask: authorised({
    method: 'POST',
    path: '/v1/masks',
    summary:
      'Keep a mask: a PNG with alpha (0 is where to edit) or, without alpha, black where to edit; made fully one or the other',
    query: maskQuerySchema,
    body: 'bytes',
    answer: keptMaskSchema,
  }),
  getMeasures: authorised({
    method: 'GET',
    path: '/v1/images/:id/measures',
    summary: 'What is worth knowing of a picture before it is sent',
    answer: imageMeasuresSchema,
  }),
  getRaw: authorised({
    method: 'GET',
    path: '/v1/jobs/:id/results/:index/raw',
    summary: 'An edit’s result without protection: all the model changed, pasted into the original as PNG',
    answer: 'bytes',
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
  markJob: authorised({
    method: 'PATCH',
    path: '/v1/jobs/:id',
    summary: 'Note that a result was placed, or put the job away',
    body: markJobSchema,
    answer: jobSchema,
  }),
  putBatch: authorised({
    method: 'PUT',
    path: '/v1/batches/:id',
    summary: 'Submit jobs under one price, all or none: 201 new, 200 the same again',
    body: submitBatchSchema,
    answer: batchSchema,
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
    summary: 'Spent, reserved and left; by day or by member',
    query: usageQuerySchema,
    answer: usageReportSchema,
  }),
  health: open({ method: 'GET', path: '/healthz', summary: 'The process is up', answer: healthSchema }),
  ready: open({ method: 'GET', path: '/readyz', summary: 'The proxy can take jobs', answer: healthSchema }),
  metrics: authorised({
    method: 'GET',
    path: '/metrics',
    summary: 'Numbers for Prometheus',
    admin: true,
    answer: 'text',
  }),
  openapi: open({ method: 'GET', path: '/v1/openapi.json', summary: 'This contract', answer: 'document' }),
} as const satisfies Record<string, Route>
