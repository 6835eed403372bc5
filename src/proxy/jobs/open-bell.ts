import type { Logger } from 'pino'
import type { Config } from '../config.ts'
import { openChannel } from '../database/open-channel.ts'
import { describeError } from '../log.ts'
import { type Bell, createBell } from './bell.ts'

/** The bell of this process; with an address, its rings are heard in all processes on the same PostgreSQL. */
export async function openBell(
  { databaseUrl }: Pick<Config, 'databaseUrl'>,
  log: Logger,
): Promise<Bell & { close(): Promise<void> }> {
  const bell = createBell()
  if (databaseUrl === null) return { ...bell, close: async () => {} }
  const channel = await openChannel(databaseUrl, 'framewright_changes', {
    onTold: () => bell.ring(),
    onLost: (error) => log.warn(describeError(error), 'other proxies not told of a change'),
  })
  return {
    ring() {
      bell.ring()
      channel.tell()
    },
    next: (ms, signal) => bell.next(ms, signal),
    close: () => channel.close(),
  }
}
