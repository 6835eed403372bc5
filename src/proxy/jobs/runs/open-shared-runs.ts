import { BackendPostgres } from 'openworkflow/postgres'
import type { Logger } from 'pino'
import { pgAsPostgres } from '../../database/pg-as-postgres.ts'
import { withPostgresLock } from '../../database/with-postgres-lock.ts'
import { forgetRuns } from './forget-runs.ts'

/** What the library does to the names of columns in the connections it makes itself. */
const camelCase = (column: string): string => column.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase())

/** The durable runs of all proxies on one PostgreSQL, in the schema `openworkflow`. */
export async function openSharedRuns(databaseUrl: string, log: Logger): Promise<BackendPostgres> {
  await withPostgresLock(databaseUrl, 'durable runs', async () => {
    const migrated = await BackendPostgres.connect(databaseUrl)
    await migrated.stop()
  })
  const pool = pgAsPostgres(databaseUrl, camelCase)
  const backend = BackendPostgres.fromPool(pool)
  forgetRuns(backend, log, (before) => pool`delete from openworkflow.workflow_runs where finished_at < ${before}`)
  return backend
}
