import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { Client } from 'pg'
import { postgresSettings } from './postgres-settings.ts'

/** Something all processes on one PostgreSQL hear. */
export interface Channel {
  /** Tells the other processes. Calls that come before the last one went out go as one. */
  tell(): void
  close(): Promise<void>
}

export interface Hearing {
  /** Another process told; or the connection was made anew, and what was told meanwhile is lost. */
  onTold(): void
  /** Telling failed: the others must look for themselves. */
  onLost(error: unknown): void
}

const FIRST_AGAIN_MS = 100
const LONGEST_AGAIN_MS = 5_000

/**
 * Joins the processes that listen to a name on one PostgreSQL, by LISTEN and NOTIFY. A broken connection is made anew
 * until it is closed.
 */
export async function openChannel(databaseUrl: string, name: string, { onTold, onLost }: Hearing): Promise<Channel> {
  const self = randomUUID()
  const closing = new AbortController()
  const { signal } = closing
  let wanted = false
  let telling = false
  let client = await join()

  async function join(): Promise<Client> {
    const joined = new Client(postgresSettings(databaseUrl))
    // Every break ends the connection too, and that is acted on.
    joined.on('error', () => {})
    joined.on('notification', ({ payload }) => {
      if (payload !== self) onTold()
    })
    try {
      await joined.connect()
      await joined.query(`listen ${joined.escapeIdentifier(name)}`)
    } catch (error) {
      await joined.end()
      throw error
    }
    joined.once('end', () => void joinAgain())
    return joined
  }

  async function joinAgain(): Promise<void> {
    for (let ms = FIRST_AGAIN_MS; !signal.aborted; ms = Math.min(2 * ms, LONGEST_AGAIN_MS)) {
      const joined = await join().catch(() => null)
      if (joined && signal.aborted) await joined.end()
      if (joined) {
        client = joined
        return onTold()
      }
      await wait(ms, undefined, { signal, ref: false }).catch(() => undefined)
    }
  }

  async function tellAll(): Promise<void> {
    telling = true
    while (wanted && !signal.aborted) {
      wanted = false
      await client.query('select pg_notify($1, $2)', [name, self]).catch(onLost)
    }
    telling = false
  }

  return {
    tell() {
      if (signal.aborted) return
      wanted = true
      if (!telling) void tellAll()
    },
    async close() {
      closing.abort()
      await client.end()
    },
  }
}
