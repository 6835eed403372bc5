import type { Config } from '../config.ts'
import { migrate } from './migrate.ts'
import type { Db } from './tables.ts'

/**
 * Opens the database of the settings, brought up to date: PostgreSQL when there is an address, else SQLite in the data
 * folder. A commit is on disk when it returns. Only the one that is asked for is loaded.
 * @throws DatabaseUnusable when PostgreSQL cannot be reached
 */
export async function openDatabase({ dataDir, databaseUrl }: Pick<Config, 'dataDir' | 'databaseUrl'>): Promise<Db> {
  if (databaseUrl === null) {
    const { openSqlite } = await import('./open-sqlite.ts')
    const db = openSqlite(dataDir)
    await migrate(db)
    return db
  }
  const { openPostgres } = await import('./open-postgres.ts')
  return openPostgres(databaseUrl)
}
