import type { MicroDollars } from '#domain/money.ts'
import type { Db } from '#proxy/database/tables.ts'
import { readBudget } from '#proxy/ledger/read-budget.ts'
import { release } from '#proxy/ledger/release.ts'
import { reserve } from '#proxy/ledger/reserve.ts'
import { setTeam } from '#proxy/ledger/set-team.ts'
import { settle } from '#proxy/ledger/settle.ts'

/** The ledger's movements, each in a transaction of its own as the proxy makes them. */
export function movementsOn(db: Db) {
  const inTransaction = (work: (transaction: Db) => Promise<void>) => db.transaction().execute(work)
  return {
    reserve: (memberId: string, jobs: { jobId: string; price: MicroDollars }[], now: string) =>
      inTransaction((transaction) => reserve(transaction, { memberId, now }, jobs)),
    settle: (memberId: string, jobId: string, charge: MicroDollars, now: string) =>
      inTransaction((transaction) => settle(transaction, { memberId, jobId, now }, charge)),
    release: (memberId: string, jobId: string, now: string) =>
      inTransaction((transaction) => release(transaction, { memberId, jobId, now })),
    budget: (memberId: string, now: string) => readBudget(db, memberId, now),
    /** An empty ledger with these members, each named as its id, and no team budget. */
    async start(members: Readonly<Record<string, MicroDollars>>): Promise<void> {
      await db.deleteFrom('ledger').execute()
      await db.deleteFrom('members').execute()
      await setTeam(db, { budget: null, monthly: false, jobLimit: null, credits: null })
      for (const [id, budget] of Object.entries(members)) {
        const created_at = '2026-11-01T00:00:00.000Z'
        await db
          .insertInto('members')
          .values({ id, name: id, token_hash: id, budget, ledger_version: 0, created_at })
          .execute()
      }
    },
  }
}
export type Movements = ReturnType<typeof movementsOn>
