import type { Budget, Spending } from '#contract/usage-wire.ts'
import type { MicroDollars } from '#domain/money.ts'
import type { Db } from '../database/tables.ts'
import { monthOf } from './movement.ts'
import { readTeam } from './read-team.ts'

interface Account {
  budget: MicroDollars
  monthly: boolean
}

/** What a member and the team may spend, have spent, and have held back at a time, in micro-dollars. */
export async function readBudget(db: Db, memberId: string, now: string): Promise<Budget> {
  const row = await db
    .selectFrom('members')
    .select(['budget', 'monthly'])
    .where('id', '=', memberId)
    .executeTakeFirstOrThrow()
  const team = await readTeam(db)
  const account = { budget: Number(row.budget), monthly: row.monthly === 1 }
  const mine = await readSpending(db, account, now, memberId)
  const together = team.budget === null ? null : await readSpending(db, { ...team, budget: team.budget }, now)
  return {
    ...mine,
    team: together,
    jobLimit: team.jobLimit,
    spendable: Math.min(mine.left, together?.left ?? mine.left),
  }
}

/** The movements of a member, or of all; of a monthly budget only those of this month. */
export async function readSpending(
  db: Db,
  { budget, monthly }: Account,
  now: string,
  memberId?: string,
): Promise<Spending> {
  const sums = await db
    .selectFrom('ledger')
    .select((sum) => [sum.fn.sum('reserved').as('reserved'), sum.fn.sum('settled').as('settled')])
    .$if(memberId !== undefined, (query) => query.where('member_id', '=', memberId ?? ''))
    .$if(monthly, (query) => query.where('month', '=', monthOf(now)))
    .executeTakeFirstOrThrow()
  const reserved = Number(sums.reserved ?? 0)
  const settled = Number(sums.settled ?? 0)
  return { budget, reserved, settled, left: budget - settled - reserved, monthly }
}
