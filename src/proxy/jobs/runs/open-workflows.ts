import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { Backend } from 'openworkflow/internal'
import { BackendSqlite } from 'openworkflow/sqlite'
import type { Logger } from 'pino'
import type { Config } from '../../config.ts'
import { forgetRuns } from './forget-runs.ts'
import { logLostLeases } from './log-lost-leases.ts'
import { type HoldLease, renewLeases } from './renew-leases.ts'

export interface Workflows {
  backend: Backend
  holdLease: HoldLease
}

/** Alone with its file, a process loses no lease to another one: the library's own are enough. */
const LONG_LEASES: HoldLease = () => () => {}

/**
 * Where the durable runs are kept: in a schema of their own in PostgreSQL when there is an address, else in a file of the
 * data folder. The file is apart from the database of jobs, so that each of the two has its own write lock.
 */
export async function openWorkflows(
  { dataDir, databaseUrl }: Pick<Config, 'dataDir' | 'databaseUrl'>,
  log: Logger,
): Promise<Workflows> {
  const opened =
    databaseUrl === null
      ? { backend: openOwnRuns(dataDir, log), holdLease: LONG_LEASES }
      : await openShared(databaseUrl, log)
  logLostLeases(opened.backend, log)
  return opened
}

/**
 * A power cut may forget the last commits of this file, though it does not damage it. What money depends on is committed in
 * the database of jobs, and a start that has it to itself ends or puts back every turn from there, whatever runs there are.
 */
function openOwnRuns(dataDir: string, log: Logger): Backend {
  const backend = BackendSqlite.connect(join(dataDir, 'workflows.sqlite'))
  const sqlite: unknown = Reflect.get(backend, 'db')
  if (!(sqlite instanceof DatabaseSync)) throw new Error('The library of durable runs keeps its database elsewhere')
  sqlite.exec('PRAGMA synchronous = NORMAL; PRAGMA busy_timeout = 2000')
  const forget = sqlite.prepare('DELETE FROM workflow_runs WHERE finished_at < ?')
  forgetRuns(backend, log, async (endedBefore) => forget.run(endedBefore))
  return backend
}

async function openShared(databaseUrl: string, log: Logger): Promise<Workflows> {
  const { openSharedRuns } = await import('./open-shared-runs.ts')
  const backend = await openSharedRuns(databaseUrl, log)
  return { backend, holdLease: renewLeases(backend, log) }
}
