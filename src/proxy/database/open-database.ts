import { DatabaseSync } from 'node:sqlite'
import { Kysely, SqliteDialect } from 'kysely'
import { migrate } from './migrate.ts'
import { sqliteDatabase } from './sqlite-database.ts'
import type { Db, Tables } from './tables.ts'

/** Opens the database file, made and brought up to date when needed. A commit is on disk when it returns. */
export async function openDatabase(path: string): Promise<Db> {
  const sqlite = new DatabaseSync(path)
  sqlite.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;')
  const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database: sqliteDatabase(sqlite) }) })
  await migrate(db)
  return db
}
