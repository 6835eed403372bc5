import type { MicroDollars } from '#domain/money.ts'
import type { Db } from '../database/tables.ts'
import { transact } from '../database/transact.ts'
import { release } from '../ledger/release.ts'
import { settle } from '../ledger/settle.ts'
import { OperationRefused } from '../operation-refused.ts'
import { appendEvent } from './append-events.ts'
import { holdRow } from './job-store.ts'

/** What the upstream's bill says of a job that may have been charged. */
export type Verdict = 'charged' | 'free'

/**
 * Ends the reservation of a job that may have been charged: at its price, or given back. Returns what was held back.
 * @throws OperationRefused for any other job; AppError job_missing
 */
export async function resolveJob(db: Db, jobId: string, verdict: Verdict, now: string): Promise<MicroDollars> {
  return transact(db, async (transaction) => {
    const row = await holdRow(transaction, jobId)
    if (row.may_have_been_charged !== 1)
      throw new OperationRefused(
        `Whether the job ${jobId} was charged is not in doubt, so there is nothing to decide. Nothing was changed.`,
      )
    const reserved = Number(row.reserved)
    const charged = verdict === 'charged' ? reserved : null
    await transaction.updateTable('jobs').set({ may_have_been_charged: 0, charged }).where('id', '=', jobId).execute()
    const movement = { memberId: row.member_id, jobId, now }
    if (charged === null) await release(transaction, movement)
    else await settle(transaction, movement, charged)
    await appendEvent(transaction, jobId, row.state, now)
    return reserved
  })
}
