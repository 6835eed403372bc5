import type { DatabaseSync, SQLInputValue } from 'node:sqlite'
import type { SqliteDatabase, SqliteStatement } from 'kysely'

function inputValue(value: unknown): SQLInputValue {
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'bigint')
    return value
  throw new TypeError(`SQLite cannot keep a value of type ${typeof value}`)
}

const inputs = (parameters: readonly unknown[]): SQLInputValue[] => parameters.map(inputValue)

/** The queries of the proxy are far fewer; their texts differ only by how many values a list has. */
const MOST_STATEMENTS = 500

/** `iterate` has a statement of its own: one that is being read row by row cannot be run again. */
function statement(database: DatabaseSync, sql: string): SqliteStatement {
  const prepared = database.prepare(sql)
  return {
    reader: prepared.columns().length > 0,
    all: (parameters) => prepared.all(...inputs(parameters)),
    run: (parameters) => prepared.run(...inputs(parameters)),
    iterate: (parameters) => database.prepare(sql).iterate(...inputs(parameters)),
  }
}

/**
 * Gives a `node:sqlite` database the shape that Kysely's SQLite dialect expects. Statements are kept: one prepared for every query
 * holds memory outside the heap that the garbage collector does not know of, so it lets go of it far too late.
 */
export function sqliteDatabase(database: DatabaseSync): SqliteDatabase {
  const kept = new Map<string, SqliteStatement>()
  return {
    close: () => database.close(),
    prepare(sql) {
      const known = kept.get(sql)
      if (known) return known
      if (kept.size >= MOST_STATEMENTS) kept.clear()
      const made = statement(database, sql)
      kept.set(sql, made)
      return made
    },
  }
}
