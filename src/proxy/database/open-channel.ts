import { randomUUID } from 'node:crypto'
import { connectPostgres } from './connect-postgres.ts'

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

/**
 * Joins the processes that listen to a name on one PostgreSQL, by LISTEN and NOTIFY. A broken connection is made anew
 * until it is closed.
 */
export async function openChannel(databaseUrl: string, name: string, { onTold, onLost }: Hearing): Promise<Channel> {
  const self = randomUUID()
  const sql = connectPostgres(databaseUrl, { max: 1 })
  await sql.listen(
    name,
    (from) => {
      if (from !== self) onTold()
    },
    onTold,
  )
  let wanted = false
  let telling = false
  let closed = false
  const tellAll = async (): Promise<void> => {
    telling = true
    while (wanted && !closed) {
      wanted = false
      await sql.notify(name, self).catch(onLost)
    }
    telling = false
  }
  return {
    tell() {
      if (closed) return
      wanted = true
      if (!telling) void tellAll()
    },
    async close() {
      closed = true
      await sql.end()
    },
  }
}
