import type { Spending } from '#contract/usage-wire.ts'
import type { Db } from '../database/tables.ts'
import { readSpending } from '../ledger/read-budget.ts'

export interface ListedMember extends Spending {
  name: string
  admin: boolean
  /** ISO time the token stopped working; null while it works. */
  revokedAt: string | null
}

/** All members by name, with what they may spend and have spent. */
export async function listMembers(db: Db, now: string): Promise<ListedMember[]> {
  const rows = await db.selectFrom('members').selectAll().orderBy('name').execute()
  return Promise.all(
    rows.map(async (row) => ({
      name: row.name,
      admin: row.admin === 1,
      revokedAt: row.revoked_at,
      ...(await readSpending(db, { budget: Number(row.budget), monthly: row.monthly === 1 }, now, row.id)),
    })),
  )
}
