import type { MicroDollars } from '#domain/money.ts'
import type { Db } from '../database/tables.ts'
import { type Movement, reservationOf, writeMovement } from './movement.ts'

/** Replaces a job's reservation by what it cost. */
export async function settle(transaction: Db, movement: Movement, charge: MicroDollars): Promise<void> {
  const { reserved, month } = await reservationOf(transaction, movement.jobId)
  await writeMovement(transaction, movement, { kind: 'settle', reserved: -reserved, settled: charge, month })
}
