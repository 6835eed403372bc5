import postgres, { type Sql } from 'postgres'
import { type ClientOptions, type Dedicated, dedicate, guard, type Lent } from './dedicated-postgres.ts'
import { APPLICATION_NAME } from './postgres-settings.ts'

const CONNECTIONS = 5
const CONNECT_SECONDS = 10
const END_SECONDS = 2
/** How long queries that wait in a pool that is no longer used may take. */
const RETIRE_MS = 30_000
/** Connections kept for the next transactions; more than this are made when needed and given back. */
const SPARES = 2

/** A query sent behind another that breaks the connection would never be answered. Missing in the type of options. */
const ONE_AT_A_TIME = { max_pipeline: 0 }

/**
 * A pool of `postgres` for a library that cannot do without it, with a guard against what `postgres` 3.4.9 does when a
 * connection breaks (https://github.com/porsager/postgres/issues/1154): one that is reserved goes on being written to,
 * which ends the process, or is made anew and goes on outside its transaction; and one that breaks with bytes not yet
 * written never connects again. So here a connection that broke is never used again: a reserved one throws, and queries
 * go to a new pool.
 */
export function guardedPostgres(databaseUrl: string, options: ClientOptions): Sql {
  const clients = new Set<Sql>()
  const spares: Dedicated[] = []
  let ending = false
  let current = openPool()

  function openClient(own: ClientOptions): Sql {
    const client = postgres(databaseUrl, {
      connect_timeout: CONNECT_SECONDS,
      onnotice: () => {},
      // Asking for the types of arrays, which nobody uses, ends the process when the connection breaks meanwhile.
      fetch_types: false,
      connection: { application_name: APPLICATION_NAME },
      ...ONE_AT_A_TIME,
      ...options,
      ...own,
    })
    clients.add(client)
    return client
  }

  async function endClient(client: Sql): Promise<void> {
    clients.delete(client)
    await client.end({ timeout: END_SECONDS })
  }

  function openPool(): Sql {
    const pool = openClient({
      max: CONNECTIONS,
      onclose() {
        if (ending || current !== pool) return
        current = openPool()
        setTimeout(() => void endClient(pool), RETIRE_MS).unref()
      },
    })
    return pool
  }

  async function reserve(): Promise<Lent> {
    let one = spares.pop()
    while (one?.isClosed()) one = spares.pop()
    const dedicated = one ?? (await dedicate(openClient, endClient))
    return guard(dedicated, () => {
      if (dedicated.isClosed()) return
      if (spares.length < SPARES && !ending) spares.push(dedicated)
      else void endClient(dedicated.client)
    })
  }

  async function end(): Promise<void> {
    ending = true
    await Promise.all([...clients].map(endClient))
  }

  return new Proxy(current, {
    apply: (_, __, values) => Reflect.apply(current, undefined, values),
    get: (_, name) => {
      if (name === 'reserve') return reserve
      return name === 'end' ? end : Reflect.get(current, name)
    },
  })
}
