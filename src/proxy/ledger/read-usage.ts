import { sql } from 'kysely'
import type { UsageBy, UsageRow } from '#contract/usage-wire.ts'
import type { Db } from '../database/tables.ts'

/** What each row is about, and in which order they come: days newest first, members by name. */
const KEYS = {
  day: { key: sql<string>`substr(job.at, 1, 10)`, order: 'desc' },
  member: { key: sql<string>`members.name`, order: 'asc' },
} as const

/** Money by the day jobs were submitted (UTC) or by member; of one member's jobs, or of everyone's when it is null. */
export async function readUsage(db: Db, by: UsageBy, memberId: string | null): Promise<UsageRow[]> {
  const { key, order } = KEYS[by]
  const perJob = db
    .selectFrom('ledger')
    .select((row) => [
      'member_id',
      row.fn.min('created_at').as('at'),
      row.fn.sum('reserved').as('reserved'),
      row.fn.sum('settled').as('settled'),
    ])
    .$if(memberId !== null, (query) => query.where('member_id', '=', memberId ?? ''))
    .groupBy(['job_id', 'member_id'])
  const rows = await db
    .selectFrom(perJob.as('job'))
    .innerJoin('members', 'members.id', 'job.member_id')
    .select((row) => [
      key.as('key'),
      row.fn.sum('job.reserved').as('reserved'),
      row.fn.sum('job.settled').as('settled'),
      row.fn.countAll().as('jobs'),
    ])
    .groupBy(key)
    .orderBy(key, order)
    .execute()
  return rows.map((row) => ({
    key: row.key,
    settled: Number(row.settled),
    reserved: Number(row.reserved),
    jobs: Number(row.jobs),
  }))
}
