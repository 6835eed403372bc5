import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { MicroDollars } from '#domain/money.ts'
import type { Db } from '../database/tables.ts'
import { writeDurably } from '../image-store/write-durably.ts'
import { hashToken, newToken } from './token.ts'

export const LOCAL_MEMBER = 'local'
const FIRST_BUDGET: MicroDollars = 25_000_000
export const TOKEN_FILE = 'local-token'

/**
 * Makes sure the local member exists, an admin, with the given budget if there is one, and returns its token. The
 * database keeps only the token's hash, so the token also lies in a file of the data folder that only its owner can
 * read: a start prints it again, and whoever can read that file can read the pictures beside it anyway. A token that
 * was revoked is replaced.
 */
export async function ensureLocalMember(
  db: Db,
  { dataDir, budget, now }: { dataDir: string; budget: MicroDollars | null; now: string },
): Promise<string> {
  const file = join(dataDir, TOKEN_FILE)
  const kept = (await isRevoked(db)) ? null : await readToken(file)
  const token = kept ?? newToken()
  if (kept === null) await writeDurably(file, Buffer.from(`${token}\n`), 0o600)
  await db
    .insertInto('members')
    .values({
      id: randomUUID(),
      name: LOCAL_MEMBER,
      token_hash: hashToken(token),
      budget: budget ?? FIRST_BUDGET,
      ledger_version: 0,
      admin: 1,
      created_at: now,
    })
    .onConflict((conflict) =>
      conflict
        .column('name')
        .doUpdateSet({ token_hash: hashToken(token), revoked_at: null, ...(budget === null ? {} : { budget }) }),
    )
    .execute()
  return token
}

async function isRevoked(db: Db): Promise<boolean> {
  const row = await db.selectFrom('members').select('revoked_at').where('name', '=', LOCAL_MEMBER).executeTakeFirst()
  return row !== undefined && row.revoked_at !== null
}

async function readToken(file: string): Promise<string | null> {
  try {
    const token = (await readFile(file, 'utf8')).trim()
    return token === '' ? null : token
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}
