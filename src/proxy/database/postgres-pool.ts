import { setTimeout as wait } from 'node:timers/promises'
import { Pool, type PoolClient } from 'pg'
import { postgresSettings } from './postgres-settings.ts'

/** How long making a connection may take, and waiting for one while all are in use. */
const CONNECT_MS = 20_000
const IDLE_MS = 30_000
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
 */
export function openPostgresPool(databaseUrl: string, connections: number): ConnectionPool {
  const pool = new Pool({
    ...postgresSettings(databaseUrl),
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
