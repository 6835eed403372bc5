import { Socket } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { type ClientBase, Pool, type PoolClient } from 'pg'
import { postgresSettings } from './postgres-settings.ts'

/** How long making a connection may take, and waiting for one while all are in use. */
const CONNECT_MS = 20_000
const IDLE_MS = 20_000
/** A connection on which nothing comes or goes for so long is broken, as when a network between went away without a word. */
const SILENT_MS = 30_000
/** How long ending waits for what is under way. */
const END_MS = 2_000

export interface ConnectionPool {
  options: object
  connect(): Promise<PoolClient>
  end(): Promise<void>
}

/**
 * At most so many connections to PostgreSQL; none is made before the first query. One that broke is never used again: whoever
 * has it gets an error for every query, and the next one asked for is new.
 * @param silentMs how long a query may take, and the server keeps what a transaction has locked that says nothing more;
 * milliseconds, 0 for as long as it needs
 */
export function openPostgresPool(databaseUrl: string, connections: number, silentMs = SILENT_MS): ConnectionPool {
  const pool = new Pool({
    ...postgresSettings(databaseUrl),
    stream: () => hastySocket(silentMs),
    onConnect: (client) => letGoWhenSilent(client, silentMs),
    connectionTimeoutMillis: CONNECT_MS,
    max: connections,
    idleTimeoutMillis: IDLE_MS,
  })
  // A break is told a second time, to whoever listens; with nobody listening it would end the process.
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  return {
    options: pool.options,
    connect: () => pool.connect(),
    end: () => Promise.race([pool.end(), wait(END_MS, undefined, { ref: false })]),
  }
}

/** Not one of the settings a connection starts with: PgBouncer refuses those it does not know. */
async function letGoWhenSilent(client: ClientBase, silentMs: number): Promise<void> {
  await client.query(`set idle_in_transaction_session_timeout = ${silentMs}`)
}

function hastySocket(silentMs: number): Socket {
  const socket = new Socket()
  return socket.setTimeout(silentMs, () => socket.destroy(new Error(`PostgreSQL was silent for ${silentMs} ms`)))
}
