import { createHash } from 'node:crypto'
import type { SubmitJob } from '#contract/http-wire.ts'
import { AppError } from '#domain/app-error.ts'
import type { Brief } from '#domain/brief.ts'
import type { Job } from '#domain/job.ts'
import { findModel, offeredModels } from '#domain/models.ts'
import { formatExactUsd } from '#domain/money.ts'
import { type PlannedJob, planJob } from '#domain/plan-job.ts'
import type { Db } from '../database/tables.ts'
import type { ImageStore } from '../image-store/image-store.ts'
import { reserve } from '../ledger/reserve.ts'
import type { JobContext } from './job-context.ts'
import { appendEvent } from './job-events.ts'
import { readJob } from './job-store.ts'

export interface Submitted {
  job: Job
  /** False when the same job had been submitted before. */
  isNew: boolean
}

/**
 * Stores a job and holds its price back, in one transaction. The same submit again gives the same job.
 * @throws AppError job_conflict, model_unknown, image_missing, price_changed, over_budget, and those of `planJob`
 */
export async function submitJob(
  context: Pick<JobContext, 'db' | 'images' | 'engine' | 'now' | 'changes'>,
  memberId: string,
  jobId: string,
  body: SubmitJob,
): Promise<Submitted> {
  const bodyHash = createHash('sha256').update(JSON.stringify(body)).digest('hex')
  const before = await findSame(context.db, memberId, jobId, bodyHash)
  if (before) return { job: before, isNew: false }

  const brief = await withKeptSizes(context.images, memberId, body.brief)
  const planned = planFor(brief, body, context.now())
  const job = await context.db.transaction().execute(async (transaction) => {
    const stored = await insertJob(transaction, context, { memberId, jobId, bodyHash, body, brief, planned })
    if (!stored) return null
    await reserve(transaction, { memberId, now: context.now() }, [{ jobId, price: planned.price.total }])
    return appendEvent(transaction, jobId, 'queued', context.now())
  })
  if (job) {
    context.changes.ring()
    return { job, isNew: true }
  }
  const meanwhile = await findSame(context.db, memberId, jobId, bodyHash)
  if (!meanwhile) throw new AppError('job_conflict')
  return { job: meanwhile, isNew: false }
}

/** The job of an id, if it was submitted with the same body by the same member. */
async function findSame(db: Db, memberId: string, jobId: string, bodyHash: string): Promise<Job | null> {
  const row = await db.selectFrom('jobs').select(['member_id', 'body_hash']).where('id', '=', jobId).executeTakeFirst()
  if (!row) return null
  if (row.member_id !== memberId || row.body_hash !== bodyHash) throw new AppError('job_conflict')
  return readJob(db, memberId, jobId)
}

/** References with the sizes the proxy knows: they decide the price, so nobody else's word counts. */
async function withKeptSizes(images: ImageStore, memberId: string, brief: Brief): Promise<Brief> {
  const references = []
  for (const reference of brief.references) {
    const { width, height } = await images.info(memberId, reference.imageId)
    references.push({ ...reference, width, height })
  }
  return { ...brief, references }
}

function planFor(brief: Brief, { frame, agreedPrice }: SubmitJob, now: string): PlannedJob {
  const { model } = brief.render
  const today = now.slice(0, 10)
  if (!offeredModels(today).some((offered) => offered.id === model))
    throw new AppError('model_unknown', { details: { model } })
  const planned = planJob(brief, frame, findModel(model))
  const price = planned.price.total
  if (price !== agreedPrice)
    throw new AppError('price_changed', {
      details: { price: formatExactUsd(price), agreed: formatExactUsd(agreedPrice) },
    })
  return planned
}

interface NewJob {
  memberId: string
  jobId: string
  bodyHash: string
  body: SubmitJob
  brief: Brief
  planned: PlannedJob
}

/** False when the id was taken meanwhile. */
async function insertJob(
  transaction: Db,
  { engine, now }: Pick<JobContext, 'engine' | 'now'>,
  { memberId, jobId, bodyHash, body, brief, planned }: NewJob,
): Promise<boolean> {
  const inserted = await transaction
    .insertInto('jobs')
    .values({
      id: jobId,
      member_id: memberId,
      body_hash: bodyHash,
      state: 'queued',
      model: planned.request.model,
      quality: planned.request.quality,
      engine_name: engine.name,
      engine_simulated: engine.simulated ? 1 : 0,
      frame: JSON.stringify(body.frame),
      brief: JSON.stringify(brief),
      plan: JSON.stringify(planned.plan),
      request: JSON.stringify(planned.request),
      reserved: planned.price.total,
      charged: null,
      exact: planned.price.exact ? 1 : 0,
      partials: '[]',
      results: '[]',
      failure: null,
      may_have_been_charged: 0,
      run_id: null,
      sent_at: null,
      received: null,
      created_at: now(),
      started_at: null,
      ended_at: null,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('id')
    .executeTakeFirst()
  return inserted !== undefined
}
