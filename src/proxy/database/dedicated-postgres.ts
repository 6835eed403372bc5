import type { Options, Sql } from 'postgres'

export type ClientOptions = Options<Record<string, never>>
export type Lent = Awaited<ReturnType<Sql['reserve']>>

/** One transaction’s connection, in a client of its own. */
export interface Dedicated {
  client: Sql
  lent: Lent
  isClosed(): boolean
}

/** Makes a connection that is reserved for as long as it lives; when it closes, its client is ended. */
export async function dedicate(
  openClient: (options: ClientOptions) => Sql,
  endClient: (client: Sql) => Promise<void>,
): Promise<Dedicated> {
  let closed = false
  const client = openClient({
    max: 1,
    max_lifetime: null,
    onclose() {
      closed = true
      void endClient(client)
    },
  })
  try {
    // Without the types of arrays, only a connection that is open already can be reserved.
    await client`select 1`
    return { client, lent: await client.reserve(), isClosed: () => closed }
  } catch (error) {
    void endClient(client)
    throw error
  }
}

/** A dedicated connection as it is lent out: once it has closed, every use but giving it back throws. */
export function guard({ lent, isClosed }: Dedicated, release: () => void): Lent {
  const check = (): void => {
    if (isClosed()) throw new Error('The connection of this transaction broke')
  }
  return new Proxy(lent, {
    apply(_, __, values) {
      check()
      return Reflect.apply(lent, undefined, values)
    },
    get(_, name) {
      if (name === 'release') return release
      check()
      return Reflect.get(lent, name)
    },
  })
}
