import { z } from 'zod'
import {
  CONTRACT_VERSION,
  type SubmitBatch,
  type SubmitJob,
  submitBatchSchema,
  submitJobSchema,
} from '#contract/http-wire.ts'
import { AppError } from '#domain/app-error.ts'
import { firstPlace } from './read-input.ts'

/** Read before the rest, which another version of the contract may have changed. */
const versionSchema = z.object({ contractVersion: z.int() })
const modelSchema = z.object({ brief: z.object({ render: z.object({ model: z.string().max(100) }) }) })
const jobsSchema = z.object({ jobs: z.array(z.unknown()) })

/** Places whose failure has a sentence of its own. */
const failureAt: Record<string, (job: unknown) => AppError> = {
  'brief.render.model': (job) => {
    const asked = modelSchema.safeParse(job)
    return new AppError('model_unknown', { details: { model: asked.data?.brief.render.model ?? '' } })
  },
  'frame.width': () => new AppError('frame_invalid'),
  'frame.height': () => new AppError('frame_invalid'),
}

/** What was submitted. Throws AppError `contract_mismatch`, `model_unknown`, `frame_invalid`, `request_invalid`. */
export function readSubmit(body: unknown): SubmitJob {
  checkVersion(body)
  const parsed = submitJobSchema.safeParse(body)
  if (parsed.success) return parsed.data
  const where = firstPlace(parsed.error)
  throw failureAt[where]?.(body) ?? new AppError('request_invalid', { details: { where } })
}

/** As `readSubmit`, for jobs submitted together. */
export function readSubmitBatch(body: unknown): SubmitBatch {
  checkVersion(body)
  const parsed = submitBatchSchema.safeParse(body)
  if (parsed.success) return parsed.data
  const where = firstPlace(parsed.error)
  const [, index, inJob] = /^jobs\.(\d+)\.(.+)$/.exec(where) ?? []
  const job = jobsSchema.safeParse(body).data?.jobs[Number(index)]
  throw failureAt[inJob ?? '']?.(job) ?? new AppError('request_invalid', { details: { where } })
}

function checkVersion(body: unknown): void {
  const version = versionSchema.safeParse(body)
  if (!version.success || version.data.contractVersion === CONTRACT_VERSION) return
  throw new AppError('contract_mismatch', {
    details: { plugin: version.data.contractVersion, proxy: CONTRACT_VERSION },
  })
}
