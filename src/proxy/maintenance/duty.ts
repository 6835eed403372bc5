import type { Db } from '../database/tables.ts'

const DUTY = 'maintenance'
/** Who took the duty and did not give it back for so long has died. Milliseconds. */
const ABANDONED_MS = 60 * 60 * 1000

/** Does a duty that only one of the processes that share a database does at a time; null when another one does it now. */
export async function onDuty<Done>(db: Db, clock: () => Date, work: () => Promise<Done>): Promise<Done | null> {
  const now = clock()
  const mine = now.toISOString()
  const abandoned = new Date(now.getTime() - ABANDONED_MS).toISOString()
  const taken = await db
    .updateTable('duties')
    .set({ taken_at: mine })
    .where('name', '=', DUTY)
    .where((row) => row.or([row('taken_at', 'is', null), row('taken_at', '<', abandoned)]))
    .returning('name')
    .executeTakeFirst()
  if (!taken) return null
  try {
    return await work()
  } finally {
    await db
      .updateTable('duties')
      .set({ taken_at: null })
      .where('name', '=', DUTY)
      .where('taken_at', '=', mine)
      .execute()
  }
}
