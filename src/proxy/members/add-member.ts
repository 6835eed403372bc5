import { randomUUID } from 'node:crypto'
import type { MicroDollars } from '#domain/money.ts'
import type { Db } from '../database/tables.ts'
import { OperationRefused } from '../operation-refused.ts'
import { LOCAL_MEMBER } from './ensure-local-member.ts'
import { hashToken, newToken } from './token.ts'

export interface NewMember {
  name: string
  budget: MicroDollars
  /** Whether the budget starts anew each UTC month. */
  monthly: boolean
  admin: boolean
}

/**
 * Adds a member and returns the token, which is kept nowhere. A member that was revoked comes back under the name, with
 * a new token: what was spent and made before stays theirs.
 * @throws OperationRefused when the name is taken
 */
export async function addMember(db: Db, { name, budget, monthly, admin }: NewMember, now: string): Promise<string> {
  if (name === LOCAL_MEMBER)
    throw new OperationRefused(`“${name}” is the member of this machine, which starting the proxy makes.`)
  const token = newToken()
  const given = { token_hash: hashToken(token), budget, monthly: monthly ? 1 : 0, admin: admin ? 1 : 0 }
  const added = await db
    .insertInto('members')
    .values({ id: randomUUID(), name, ledger_version: 0, created_at: now, ...given })
    .onConflict((conflict) =>
      conflict
        .column('name')
        .doUpdateSet({ ...given, revoked_at: null })
        .where('members.revoked_at', 'is not', null),
    )
    .returning('id')
    .executeTakeFirst()
  if (!added) throw new OperationRefused(`There is a member called “${name}” already.`)
  return token
}
