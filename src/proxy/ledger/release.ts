import type { Db } from '../database/tables.ts'
import { type Movement, reservationOf, writeMovement } from './movement.ts'

/** Gives a job's reservation back: nothing was charged. */
export async function release(transaction: Db, movement: Movement): Promise<void> {
  const { reserved, month } = await reservationOf(transaction, movement.jobId)
  await writeMovement(transaction, movement, { kind: 'release', reserved: -reserved, settled: 0, month })
}
