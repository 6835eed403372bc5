import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { CompiledQuery, type DatabaseConnection, Kysely, SqliteDialect, SqliteDriver } from 'kysely'
import { sqliteDatabase } from './sqlite-database.ts'
import type { Db, Tables } from './tables.ts'

/** How long a write waits for the write of another process, such as the operator's command. */
const BUSY_MS = 5_000

/**
 * A transaction that reads before it writes could not go on when another process wrote in between, however long it
 * waited; one that takes the write lock first can.
 */
class ImmediateDriver extends SqliteDriver {
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'))
  }
}

class ImmediateDialect extends SqliteDialect {
  readonly #database: DatabaseSync

  constructor(database: DatabaseSync) {
    super({ database: sqliteDatabase(database) })
    this.#database = database
  }

  override createDriver(): SqliteDriver {
    return new ImmediateDriver({ database: sqliteDatabase(this.#database) })
  }
}

/** The database file of a data folder, made when there is none. */
export function openSqlite(dataDir: string): Db {
  const sqlite = new DatabaseSync(join(dataDir, 'framewright.sqlite'), { timeout: BUSY_MS })
  sqlite.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;')
  return new Kysely<Tables>({ dialect: new ImmediateDialect(sqlite) })
}
