import { AppError } from '#domain/app-error.ts'
import type { MicroDollars } from '#domain/money.ts'
import { overBudget } from '#domain/over-budget.ts'
import type { Db } from '../database/tables.ts'
import { monthOf, writeMovement } from './movement.ts'
import { readBudget } from './read-budget.ts'

export interface Reservation {
  jobId: string
  price: MicroDollars
}

/**
 * Holds the prices of jobs back from their member's and the team's budget, all or none, in the transaction that stores
 * the jobs.
 * @throws AppError over_job_limit, over_budget, over_team_budget
 */
export async function reserve(
  transaction: Db,
  { memberId, now }: { memberId: string; now: string },
  jobs: readonly Reservation[],
): Promise<void> {
  await waitForTurn(transaction, memberId)
  const { left, team, jobLimit } = await readBudget(transaction, memberId, now)
  const prices = jobs.map(({ price }) => price)
  const refused = overBudget({ left, team, jobLimit }, prices)
  if (refused) throw AppError.from(refused)
  for (const { jobId, price } of jobs) {
    const row = { kind: 'reserve', reserved: price, settled: 0, month: monthOf(now) } as const
    await writeMovement(transaction, { memberId, jobId, now }, row)
  }
}

/**
 * Writing the member's row, then the team's, locks both until the transaction ends, on every database. A transaction that
 * reserves and holds other rows too comes here first, so that no two of them wait for each other.
 */
export async function waitForTurn(transaction: Db, memberId: string): Promise<void> {
  await transaction
    .updateTable('members')
    .set((row) => ({ ledger_version: row('ledger_version', '+', 1) }))
    .where('id', '=', memberId)
    .execute()
  await transaction
    .updateTable('team')
    .set((row) => ({ ledger_version: row('ledger_version', '+', 1) }))
    .execute()
}
