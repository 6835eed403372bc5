import { randomUUID } from 'node:crypto'
import type { Config } from '#proxy/config.ts'
import { openDatabase } from '#proxy/database/open-database.ts'
import { hashToken, newToken } from '#proxy/members/token.ts'

/** Puts another member into a proxy's database and returns the token. */
export async function addMember(
  database: Pick<Config, 'dataDir' | 'databaseUrl'>,
  name: string,
  budget: number,
): Promise<string> {
  const token = newToken()
  const db = await openDatabase(database)
  await db
    .insertInto('members')
    .values({
      id: randomUUID(),
      name,
      token_hash: hashToken(token),
      budget,
      ledger_version: 0,
      created_at: new Date().toISOString(),
    })
    .execute()
  await db.destroy()
  return token
}
