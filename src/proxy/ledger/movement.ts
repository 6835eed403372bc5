import { randomUUID } from 'node:crypto'
import type { MicroDollars } from '#domain/money.ts'
import type { Db, LedgerTable } from '../database/tables.ts'

export interface Movement {
  memberId: string
  jobId: string
  /** ISO time. */
  now: string
}

/** Adds a row to the ledger. Rows are never changed or removed. */
export async function writeMovement(
  transaction: Db,
  { memberId, jobId, now }: Movement,
  row: Pick<LedgerTable, 'kind' | 'reserved' | 'settled'>,
): Promise<void> {
  await transaction
    .insertInto('ledger')
    .values({ id: randomUUID(), member_id: memberId, job_id: jobId, month: now.slice(0, 7), created_at: now, ...row })
    .execute()
}

/** What is held back for a job. */
export async function reservationOf(transaction: Db, jobId: string): Promise<MicroDollars> {
  const row = await transaction
    .selectFrom('ledger')
    .select('reserved')
    .where('job_id', '=', jobId)
    .where('kind', '=', 'reserve')
    .executeTakeFirstOrThrow()
  return Number(row.reserved)
}
