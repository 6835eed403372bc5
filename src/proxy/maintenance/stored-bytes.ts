import { AppError } from '#domain/app-error.ts'
import type { Db } from '../database/tables.ts'

export const GIGABYTE = 1_000_000_000

/** Size of all pictures that are kept. */
export async function storedBytes(db: Db): Promise<number> {
  const { bytes } = await db
    .selectFrom('images')
    .select((row) => row.fn.sum('bytes').as('bytes'))
    .executeTakeFirstOrThrow()
  return Number(bytes ?? 0)
}

/**
 * Refuses new work while the pictures take as much as they may. What was paid for is kept all the same.
 * @throws AppError storage_limit
 */
export async function refuseWhenFull(db: Db, limitGb: number | null): Promise<void> {
  if (limitGb === null || (await storedBytes(db)) < limitGb * GIGABYTE) return
  throw new AppError('storage_limit', { details: { limit: limitGb } })
}
