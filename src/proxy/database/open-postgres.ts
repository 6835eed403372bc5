import { Kysely, PostgresDialect } from 'kysely'
import { unusableDatabase } from './database-unusable.ts'
import { migrate } from './migrate.ts'
import { openPostgresPool } from './postgres-pool.ts'
import type { Db, Tables } from './tables.ts'
import { withPostgresLock } from './with-postgres-lock.ts'

const CONNECTIONS = 10

/**
 * The database at an address, brought up to date by one of the proxies that start at the same moment.
 * @throws DatabaseUnusable when it cannot be reached
 */
export async function openPostgres(databaseUrl: string): Promise<Db> {
  const db: Db = new Kysely<Tables>({
    dialect: new PostgresDialect({ pool: openPostgresPool(databaseUrl, CONNECTIONS) }),
  })
  try {
    await withPostgresLock(databaseUrl, 'migrations', () => migrate(db))
    return db
  } catch (error) {
    await db.destroy()
    throw unusableDatabase(databaseUrl, error)
  }
}
