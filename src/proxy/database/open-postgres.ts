import { Kysely, PostgresDialect } from 'kysely'
import { unusableDatabase } from './database-unusable.ts'
import { migrate } from './migrate.ts'
import { type ConnectionPool, openPostgresPool } from './postgres-pool.ts'
import type { Db, Tables } from './tables.ts'
import { withPostgresLock } from './with-postgres-lock.ts'

const CONNECTIONS = 10

/**
 * The database at an address, brought up to date by one of the proxies that start at the same moment.
 * @throws DatabaseUnusable when it cannot be reached
 */
export async function openPostgres(databaseUrl: string): Promise<Db> {
  try {
    await withPostgresLock(databaseUrl, 'migrations', () => migrateAll(databaseUrl))
  } catch (error) {
    throw unusableDatabase(databaseUrl, error)
  }
  return openThrough(openPostgresPool(databaseUrl, CONNECTIONS))
}

/** Changing large tables can take long. */
async function migrateAll(databaseUrl: string): Promise<void> {
  const db = openThrough(openPostgresPool(databaseUrl, 1, 0))
  await migrate(db).finally(() => db.destroy())
}

const openThrough = (pool: ConnectionPool): Db => new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
