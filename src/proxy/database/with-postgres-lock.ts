import { Client } from 'pg'
import { postgresSettings } from './postgres-settings.ts'

/** Does `work` while no other process that shares the database does work under the same name. */
export async function withPostgresLock<Value>(
  databaseUrl: string,
  name: string,
  work: () => Promise<Value>,
): Promise<Value> {
  const client = new Client(postgresSettings(databaseUrl))
  // A break while the work is under way; ending then says nothing new.
  client.on('error', () => {})
  try {
    await client.connect()
    await client.query('select pg_advisory_lock(hashtext($1))', [`framewright ${name}`])
    return await work()
  } finally {
    await client.end()
  }
}
