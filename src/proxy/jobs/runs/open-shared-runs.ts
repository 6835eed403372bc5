import { BackendPostgres } from 'openworkflow/postgres'
import { guardedPostgres } from '../../database/guarded-postgres.ts'
import { withPostgresLock } from '../../database/with-postgres-lock.ts'

/** What the library does to the names of columns in the connections it makes itself. */
const camelCase = (column: string): string => column.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase())

/** The durable runs of all proxies on one PostgreSQL, in the schema `openworkflow`. */
export async function openSharedRuns(databaseUrl: string): Promise<BackendPostgres> {
  await withPostgresLock(databaseUrl, 'durable runs', async () => {
    const migrated = await BackendPostgres.connect(databaseUrl)
    await migrated.stop()
  })
  return BackendPostgres.fromPool(guardedPostgres(databaseUrl, { transform: { column: { from: camelCase } } }))
}
