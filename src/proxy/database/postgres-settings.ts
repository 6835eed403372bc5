import { type ClientConfig, TypeOverrides } from 'pg'

/** A number that JavaScript cannot hold exactly is an error, never a wrong amount of money. */
function exactNumber(text: string): number {
  const number = Number(text)
  if (!Number.isFinite(number) || (Number.isInteger(number) && !Number.isSafeInteger(number)))
    throw new RangeError('The database holds a number too large to be exact')
  return number
}

const INT8 = 20
const NUMERIC = 1_700
const CONNECT_MS = 10_000
const KEEP_ALIVE_MS = 10_000

const types = new TypeOverrides()
types.setTypeParser(INT8, exactNumber)
types.setTypeParser(NUMERIC, exactNumber)

/** Name of every connection in the server’s list. */
const APPLICATION_NAME = 'framewright'

/** How a connection to PostgreSQL is made, and how its values are read. */
export const postgresSettings = (databaseUrl: string) =>
  ({
    connectionString: databaseUrl,
    application_name: APPLICATION_NAME,
    connectionTimeoutMillis: CONNECT_MS,
    keepAlive: true,
    keepAliveInitialDelayMillis: KEEP_ALIVE_MS,
    types,
  }) satisfies ClientConfig
