import { createHash } from 'node:crypto'
import { CONTRACT_VERSION, type SubmitJob } from '#contract/http-wire.ts'
import { AppError } from '#domain/app-error.ts'
import type { Brief } from '#domain/brief.ts'
import { creditsLabel, creditsOf } from '#domain/credits.ts'
import { findModel, offeredModels } from '#domain/models.ts'
import { formatExactUsd } from '#domain/money.ts'
import { type PlannedJob, planJob } from '#domain/plan-job.ts'
import type { Db } from '../database/tables.ts'
import { readTeam } from '../ledger/read-team.ts'
import { reserve, waitForTurn } from '../ledger/reserve.ts'
import type { JobContext } from './job-context.ts'
import { usePictures } from './use-pictures.ts'
import { withKeptPictures } from './with-kept-pictures.ts'

/** What submitting needs. */
export type SubmitContext = Pick<JobContext, 'db' | 'images' | 'engine' | 'now' | 'changes' | 'hasRoom'>

type JobBody = Omit<SubmitJob, 'contractVersion'>

/** A job that was asked for and checked, not yet stored. */
export interface NewJob {
  id: string
  bodyHash: string
  body: JobBody
  /** Its pictures as the proxy knows them. */
  brief: Brief
  planned: PlannedJob
}

export const hashOf = (body: object): string => createHash('sha256').update(JSON.stringify(body)).digest('hex')

/** The same for a job submitted alone and in a batch. */
export const jobBodyHash = ({ frame, brief, agreedPrice, agreedCredits }: JobBody): string =>
  hashOf({ contractVersion: CONTRACT_VERSION, frame, brief, agreedPrice, agreedCredits })

/**
 * Plans and prices a job from what the proxy itself knows.
 * @throws AppError model_unknown, price_changed, storage_limit, and those of `withKeptPictures` and `planJob`
 */
export async function prepareJob(
  { images, now, hasRoom }: SubmitContext,
  memberId: string,
  id: string,
  body: JobBody,
): Promise<NewJob> {
  await hasRoom()
  const brief = await withKeptPictures(images, memberId, body.brief)
  return { id, bodyHash: jobBodyHash(body), body, brief, planned: planFor(brief, body, now()) }
}

function planFor(brief: Brief, { frame, agreedPrice }: JobBody, now: string): PlannedJob {
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

/**
 * Stores jobs and holds their prices back together, in the transaction of the submit. False when an id was taken
 * meanwhile; then the transaction must not be kept.
 * @throws AppError image_missing, price_changed, over_job_limit, over_budget, over_team_budget
 */
export async function storeJobs(
  transaction: Db,
  { engine, now }: SubmitContext,
  { memberId, batchId }: { memberId: string; batchId: string | null },
  jobs: readonly NewJob[],
): Promise<boolean> {
  await waitForTurn(transaction, memberId)
  const { credits } = await readTeam(transaction)
  const from = Date.parse(now())
  for (const [index, { id, bodyHash, body, brief, planned }] of jobs.entries()) {
    const { plan, request, price } = planned
    const owed = credits && creditsOf(credits, request.size, request.count)
    if (owed !== body.agreedCredits) throw creditsChanged(owed, body, planned)
    const inserted = await transaction
      .insertInto('jobs')
      .values({
        id,
        member_id: memberId,
        body_hash: bodyHash,
        state: 'queued',
        model: request.model,
        quality: request.quality,
        engine_name: engine.name,
        engine_simulated: engine.simulated ? 1 : 0,
        frame: JSON.stringify(body.frame),
        brief: JSON.stringify(brief),
        plan: JSON.stringify(plan),
        request: JSON.stringify(request),
        reserved: price.total,
        exact: price.exact ? 1 : 0,
        partials: '[]',
        results: '[]',
        may_have_been_charged: 0,
        credits: owed,
        batch_id: batchId,
        image_count: request.count,
        // A millisecond apart, so that their order in line is the one they were submitted in.
        created_at: new Date(from + index).toISOString(),
      })
      .onConflict((conflict) => conflict.column('id').doNothing())
      .returning('id')
      .executeTakeFirst()
    if (!inserted) return false
    await usePictures(transaction, memberId, id, brief, now())
  }
  const prices = jobs.map(({ id, planned }) => ({ jobId: id, price: planned.price.total }))
  await reserve(transaction, { memberId, now: now() }, prices)
  return true
}

/** The team counts otherwise than the person saw. */
function creditsChanged(owed: number | null, { agreedCredits }: JobBody, { price }: PlannedJob): AppError {
  const inWords = (credits: number | null) => (credits === null ? formatExactUsd(price.total) : creditsLabel(credits))
  return new AppError('price_changed', { details: { price: inWords(owed), agreed: inWords(agreedCredits) } })
}
