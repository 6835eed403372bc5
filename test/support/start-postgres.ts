import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'

export interface PostgresServer {
  /** Address of the database of that name. */
  url(name: string): string
  stop(): Promise<void>
}

export const postgresUrl = (port: number, name: string): string =>
  `postgres://postgres:postgres@127.0.0.1:${port}/${name}`

/** A real PostgreSQL server, empty, on a free port. It goes away with this process, however this process ends. */
export async function startPostgres(): Promise<PostgresServer & { port: number }> {
  const keeper = spawn(process.execPath, [join(import.meta.dirname, 'postgres-keeper.ts')], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const ended = once(keeper, 'exit')
  const said: unknown[] = await Promise.race([
    once(keeper.stdout, 'data'),
    ended.then(() => {
      throw new Error('PostgreSQL did not start')
    }),
  ])
  const port = Number(String(said[0]))
  return {
    port,
    url: (name) => postgresUrl(port, name),
    async stop() {
      keeper.stdin.end()
      await ended
    },
  }
}
