import type { Db } from '../database/tables.ts'
import { hashToken, sameHash } from './token.ts'

/** Who may call the proxy. */
export interface Member {
  id: string
  name: string
  /** May see what all members spend, never their pictures. */
  admin: boolean
}

/** The member a token belongs to; null when it belongs to none. */
export async function findMember(db: Db, token: string): Promise<Member | null> {
  const hash = hashToken(token)
  const row = await db
    .selectFrom('members')
    .select(['id', 'name', 'token_hash', 'admin'])
    .where('token_hash', '=', hash)
    .where('revoked_at', 'is', null)
    .executeTakeFirst()
  return row && sameHash(row.token_hash, hash) ? { id: row.id, name: row.name, admin: row.admin === 1 } : null
}
