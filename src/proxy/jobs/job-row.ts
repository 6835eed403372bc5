import type { Selectable } from 'kysely'
import { z } from 'zod'
import { type Job, jobSchema, type Result, resultSchema } from '#domain/job.ts'
import { usageSchema } from '#domain/pricing.ts'
import { type Request, requestSchema } from '#domain/request.ts'
import type { JobsTable } from '../database/tables.ts'

export type JobRow = Selectable<JobsTable>

/** What an engine answered, after its pictures were stored. */
const receivedSchema = z.strictObject({
  results: z.array(resultSchema).min(1),
  usage: usageSchema.nullable(),
  requestId: z.string().nullable(),
})
export type Received = z.infer<typeof receivedSchema>

/** The part of a job that changes; each event keeps its own. */
export const progressSchema = jobSchema.pick({
  state: true,
  price: true,
  position: true,
  partials: true,
  results: true,
  failure: true,
  mayHaveBeenCharged: true,
  waiting: true,
  placed: true,
  dismissed: true,
  clearedAt: true,
  startedAt: true,
  endedAt: true,
})
export type Progress = z.infer<typeof progressSchema>

const json = (text: string): unknown => JSON.parse(text)

/** The job a row stands for. `position` is how many are ahead of it in line. */
export function toJob(row: JobRow, position: number | null): Job {
  return jobSchema.parse({
    id: row.id,
    state: row.state,
    frame: json(row.frame),
    brief: json(row.brief),
    plan: json(row.plan),
    prompt: toRequest(row).prompt,
    engine: { name: row.engine_name, simulated: row.engine_simulated === 1 },
    price: {
      reserved: Number(row.reserved),
      charged: row.charged === null ? null : Number(row.charged),
      exact: row.exact === 1,
    },
    position,
    partials: json(row.partials),
    results: json(row.results),
    failure: row.failure === null ? null : json(row.failure),
    mayHaveBeenCharged: row.may_have_been_charged === 1,
    credits: row.credits,
    batchId: row.batch_id,
    waiting:
      row.state === 'queued' && row.waiting !== null && row.not_before !== null
        ? { until: row.not_before, failure: json(row.waiting) }
        : null,
    placed: json(row.placed),
    dismissed: row.dismissed_at !== null,
    clearedAt: row.cleared_at,
    createdAt: row.created_at,
    startedAt: row.started_at,
    endedAt: row.ended_at,
  })
}

export const toRequest = (row: Pick<JobRow, 'request'>): Request => requestSchema.parse(json(row.request))

export const toReceived = (row: Pick<JobRow, 'received'>): Received | null =>
  row.received === null ? null : receivedSchema.parse(json(row.received))

/** The results made from what was received; null where nothing was made. */
export const toFinished = (row: Pick<JobRow, 'finished'>): Result[] | null =>
  row.finished === null ? null : z.array(resultSchema).parse(json(row.finished))

export const toProgress = (job: Job): Progress => progressSchema.strip().parse(job)
