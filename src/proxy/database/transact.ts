import type { Db } from './tables.ts'

/** PostgreSQL ended the transaction so that others can go on: a deadlock, or changes that do not fit together. */
const TRY_AGAIN = new Set(['40P01', '40001'])

/**
 * Does `work` in one transaction, all or nothing. It runs once more when PostgreSQL ended it for another one’s sake, so it
 * may touch nothing but the transaction.
 */
export async function transact<Value>(db: Db, work: (transaction: Db) => Promise<Value>): Promise<Value> {
  try {
    return await db.transaction().execute(work)
  } catch (error) {
    if (!isForAnother(error)) throw error
    return db.transaction().execute(work)
  }
}

const isForAnother = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' && TRY_AGAIN.has(error.code)
