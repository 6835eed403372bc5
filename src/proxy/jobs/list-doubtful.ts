import type { MicroDollars } from '#domain/money.ts'
import type { Db } from '../database/tables.ts'

/** A job that may have been charged: its price stays held back until the operator decides. */
export interface DoubtfulJob {
  id: string
  member: string
  model: string
  /** ISO time the call was made; null for one of an earlier version. */
  sentAt: string | null
  reserved: MicroDollars
}

/** Oldest first. */
export async function listDoubtful(db: Db): Promise<DoubtfulJob[]> {
  const rows = await db
    .selectFrom('jobs')
    .innerJoin('members', 'members.id', 'jobs.member_id')
    .select(['jobs.id', 'members.name', 'jobs.model', 'jobs.sent_at', 'jobs.reserved'])
    .where('jobs.may_have_been_charged', '=', 1)
    .orderBy('jobs.created_at')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    member: row.name,
    model: row.model,
    sentAt: row.sent_at,
    reserved: Number(row.reserved),
  }))
}
