import { setTimeout as pause } from 'node:timers/promises'
import type { Db } from './tables.ts'

/** PostgreSQL ended the transaction so that others can go on: a deadlock, or changes that do not fit together. */
const TRY_AGAIN = new Set(['40P01', '40001'])
const MOST_TRIES = 6
/** Milliseconds. One that starts anew at once can be faster than the one it made way for, and meet it again. */
const LONGEST_PAUSE = 40

/**
 * Does `work` in one transaction, all or nothing. It runs again when PostgreSQL ended it for another one’s sake, so it
 * may touch nothing but the transaction.
 */
export async function transact<Value>(db: Db, work: (transaction: Db) => Promise<Value>, tries = 1): Promise<Value> {
  try {
    return await db.transaction().execute(work)
  } catch (error) {
    if (!isForAnother(error) || tries >= MOST_TRIES) throw error
    await pause(Math.random() * LONGEST_PAUSE * tries)
    return transact(db, work, tries + 1)
  }
}

const isForAnother = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' && TRY_AGAIN.has(error.code)
