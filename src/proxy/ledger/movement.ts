import { randomUUID } from 'node:crypto'
import type { MicroDollars } from '#domain/money.ts'
import type { Db, LedgerTable } from '../database/tables.ts'

export interface Movement {
  memberId: string
  jobId: string
  /** ISO time. */
  now: string
}

/** The UTC month of an ISO time, such as 2026-11. */
export const monthOf = (now: string): string => now.slice(0, 7)

/** Adds a row to the ledger. Rows are never changed or removed; a second of the same kind for a job is refused. */
export async function writeMovement(
  transaction: Db,
  { memberId, jobId, now }: Movement,
  row: Pick<LedgerTable, 'kind' | 'reserved' | 'settled' | 'month'>,
): Promise<void> {
  await transaction
    .insertInto('ledger')
    .values({ id: randomUUID(), member_id: memberId, job_id: jobId, created_at: now, ...row })
    .execute()
}

/** What is held back for a job, and the month it counts in, whenever it ends. */
export async function reservationOf(
  transaction: Db,
  jobId: string,
): Promise<{ reserved: MicroDollars; month: string }> {
  const { reserved, month } = await transaction
    .selectFrom('ledger')
    .select(['reserved', 'month'])
    .where('job_id', '=', jobId)
    .where('kind', '=', 'reserve')
    .executeTakeFirstOrThrow()
  return { reserved: Number(reserved), month }
}
