import { AppError } from '#domain/app-error.ts'
import { formatUsd, type MicroDollars } from '#domain/money.ts'
import type { Db } from '../database/tables.ts'
import { type Movement, writeMovement } from './movement.ts'
import { readBudget } from './read-budget.ts'

/**
 * Holds a price back from a member's budget, in the transaction that stores the job.
 * @throws AppError over_budget
 */
export async function reserve(transaction: Db, movement: Movement, price: MicroDollars): Promise<void> {
  await waitForTurn(transaction, movement.memberId)
  const { left } = await readBudget(transaction, movement.memberId)
  if (price > left) {
    throw new AppError('over_budget', {
      details: { price: formatUsd(price), left: formatUsd(left), missing: formatUsd(price - left) },
    })
  }
  await writeMovement(transaction, movement, { kind: 'reserve', reserved: price, settled: 0 })
}

/** Writing the member's row locks it until the transaction ends, on every database. */
async function waitForTurn(transaction: Db, memberId: string): Promise<void> {
  await transaction
    .updateTable('members')
    .set((row) => ({ ledger_version: row('ledger_version', '+', 1) }))
    .where('id', '=', memberId)
    .execute()
}
