import { join } from 'node:path'
import { OpenWorkflow } from 'openworkflow'
import { BackendSqlite } from 'openworkflow/sqlite'
import type { Logger } from 'pino'
import type { Config } from '../config.ts'
import { logLostLeases } from './log-lost-leases.ts'
import { renewLeases } from './renew-leases.ts'

/** Where the durable runs are kept. */
export interface Workflows {
  workflows: OpenWorkflow
  /** Lets go of the database of the runs; call it when no run is at work any more. */
  stop(): Promise<void>
}

/**
 * Opens the durable runs: in a schema of their own in PostgreSQL when there is an address, else in a file of the data
 * folder. The file is apart from the database of jobs, so that each of the two has its own write lock.
 */
export async function openWorkflows(
  { dataDir, databaseUrl }: Pick<Config, 'dataDir' | 'databaseUrl'>,
  log: Logger,
): Promise<Workflows> {
  if (databaseUrl === null) {
    const backend = BackendSqlite.connect(join(dataDir, 'workflows.sqlite'))
    logLostLeases(backend, log)
    return { workflows: new OpenWorkflow({ backend }), stop: () => backend.stop() }
  }
  const { openSharedRuns } = await import('./open-shared-runs.ts')
  const backend = await openSharedRuns(databaseUrl)
  const giveUpLeases = renewLeases(backend, log)
  logLostLeases(backend, log)
  return {
    workflows: new OpenWorkflow({ backend }),
    async stop() {
      giveUpLeases()
      await backend.stop()
    },
  }
}
