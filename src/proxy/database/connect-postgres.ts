import postgres, { type Options, type Sql } from 'postgres'

/** A number that JavaScript cannot hold exactly is an error, never a wrong amount of money. */
function exactNumber(text: string): number {
  const number = Number(text)
  if (!Number.isFinite(number) || (Number.isInteger(number) && !Number.isSafeInteger(number)))
    throw new RangeError('The database holds a number too large to be exact')
  return number
}

const INT8 = 20
const NUMERIC = 1_700
const CONNECT_SECONDS = 10
/** How long ending waits for queries. Without a limit it waits for ever for a connection that was lent out and idle. */
const END_SECONDS = 2

/**
 * Connections to PostgreSQL; none is made before the first query. A pooler between must keep a connection for as long
 * as the client does: notices and prepared statements live in it.
 */
export function connectPostgres(databaseUrl: string, options: Options<Record<string, never>> = {}): Sql {
  const sql = postgres(databaseUrl, {
    max: 10,
    connect_timeout: CONNECT_SECONDS,
    onnotice: () => {},
    connection: { application_name: 'framewright' },
    ...options,
    types: {
      exact: { to: INT8, from: [INT8, NUMERIC], serialize: String, parse: exactNumber },
    },
  })
  const { end } = sql
  return Object.assign(sql, { end: () => end({ timeout: END_SECONDS }) })
}
