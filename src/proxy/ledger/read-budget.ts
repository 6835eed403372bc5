import type { Budget } from '#contract/http-wire.ts'
import type { Db } from '../database/tables.ts'

/** What a member may spend, has spent, and has held back, in micro-dollars. */
export async function readBudget(db: Db, memberId: string): Promise<Budget> {
  const member = await db.selectFrom('members').select('budget').where('id', '=', memberId).executeTakeFirstOrThrow()
  const sums = await db
    .selectFrom('ledger')
    .select((sum) => [sum.fn.sum('reserved').as('reserved'), sum.fn.sum('settled').as('settled')])
    .where('member_id', '=', memberId)
    .executeTakeFirstOrThrow()
  const budget = Number(member.budget)
  const reserved = Number(sums.reserved ?? 0)
  const settled = Number(sums.settled ?? 0)
  const left = budget - settled - reserved
  return { budget, reserved, settled, left, monthly: false, team: null, jobLimit: null, spendable: left }
}
