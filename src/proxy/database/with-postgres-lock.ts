import { connectPostgres } from './connect-postgres.ts'

/** Does `work` while no other process that shares the database does work under the same name. */
export async function withPostgresLock<Value>(
  databaseUrl: string,
  name: string,
  work: () => Promise<Value>,
): Promise<Value> {
  const sql = connectPostgres(databaseUrl, { max: 1 })
  try {
    return await sql
      .begin(async (transaction) => {
        await transaction`select pg_advisory_xact_lock(hashtext(${`framewright ${name}`}))`
        return { value: await work() }
      })
      .then(({ value }) => value)
  } finally {
    await sql.end()
  }
}
