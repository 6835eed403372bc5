import type { Session } from '#contract/http-wire.ts'
import type { Db } from '../database/tables.ts'
import { monthOf } from './movement.ts'
import { readTeam } from './read-team.ts'

/**
 * The team's credit table and what a member has used this UTC month: the credits of jobs that were charged or may be.
 * Null for a team that counts in dollars.
 */
export async function readCredits(db: Db, memberId: string, now: string): Promise<Session['credits']> {
  const { credits: table } = await readTeam(db)
  if (!table) return null
  const { used } = await db
    .selectFrom('jobs')
    .innerJoin('ledger', 'ledger.job_id', 'jobs.id')
    .select((row) => row.fn.sum('jobs.credits').as('used'))
    .where('ledger.kind', '=', 'reserve')
    .where('ledger.member_id', '=', memberId)
    .where('ledger.month', '=', monthOf(now))
    .where('jobs.id', 'not in', (other) => other.selectFrom('ledger').select('job_id').where('kind', '=', 'release'))
    .executeTakeFirstOrThrow()
  return { table, used: Number(used ?? 0) }
}
