import type { Insertable } from 'kysely'
import { findModel } from '#domain/models.ts'
import { planJob } from '#domain/plan-job.ts'
import type { Db, JobsTable } from '#proxy/database/tables.ts'
import { sampleBrief } from './sample-brief.ts'

const brief = sampleBrief()
const frame = { width: 1024, height: 640, name: 'Hero' }
const { plan, request, price } = planJob(brief, frame, findModel(brief.render.model))

/** Puts a member into a database. */
export async function insertMember(db: Db, id: string): Promise<void> {
  const member = { id, name: id, token_hash: id, budget: 1, ledger_version: 0, created_at: '2026-11-21T00:00:00.000Z' }
  await db.insertInto('members').values(member).execute()
}

/** Puts a job into the line as it is stored, past submitting. */
export async function queueJob(
  db: Db,
  job: Pick<Insertable<JobsTable>, 'id' | 'member_id' | 'created_at'> & Partial<Insertable<JobsTable>>,
): Promise<void> {
  await db
    .insertInto('jobs')
    .values({
      body_hash: '',
      state: 'queued',
      model: request.model,
      quality: request.quality,
      engine_name: 'hand',
      engine_simulated: 1,
      frame: JSON.stringify(frame),
      brief: JSON.stringify(brief),
      plan: JSON.stringify(plan),
      request: JSON.stringify(request),
      reserved: price.total,
      exact: 1,
      partials: '[]',
      results: '[]',
      may_have_been_charged: 0,
      ...job,
    })
    .execute()
}
