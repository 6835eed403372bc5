import type { Db } from '#proxy/database/tables.ts'

/** Reads every budget and writes it one higher, so often, each time in a transaction that writes its row first. */
export async function raiseBudgets(db: Db, times: number): Promise<void> {
  for (let time = 0; time < times; time += 1) {
    await db.transaction().execute(async (transaction) => {
      const members = transaction.updateTable('members')
      await members.set((row) => ({ ledger_version: row('ledger_version', '+', 1) })).execute()
      const { budget } = await transaction.selectFrom('members').select('budget').executeTakeFirstOrThrow()
      await members.set({ budget: budget + 1 }).execute()
    })
  }
}
