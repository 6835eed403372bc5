import type { Db } from '../database/tables.ts'

const DUTY = 'maintenance'
const RENEW_MS = 60_000
/** Who has the duty and did not renew it for so long has died. Milliseconds. */
const ABANDONED_MS = 10 * RENEW_MS

/** Does a duty that only one of the processes that share a database does at a time; null when another one does it now. */
export async function onDuty<Done>(db: Db, clock: () => Date, work: () => Promise<Done>): Promise<Done | null> {
  const now = clock()
  let mine = now.toISOString()
  const abandoned = new Date(now.getTime() - ABANDONED_MS).toISOString()
  const taken = await db
    .updateTable('duties')
    .set({ taken_at: mine })
    .where('name', '=', DUTY)
    .where((row) => row.or([row('taken_at', 'is', null), row('taken_at', '<', abandoned)]))
    .returning('name')
    .executeTakeFirst()
  if (!taken) return null
  const change = async (takenAt: string | null): Promise<void> => {
    await db
      .updateTable('duties')
      .set({ taken_at: takenAt })
      .where('name', '=', DUTY)
      .where('taken_at', '=', mine)
      .execute()
    mine = takenAt ?? mine
  }
  let changed = Promise.resolve()
  const timer = setInterval(() => {
    // A renewal that fails is made up for by the next one.
    changed = changed.then(() => change(clock().toISOString())).catch(() => undefined)
  }, RENEW_MS)
  timer.unref()
  try {
    return await work()
  } finally {
    clearInterval(timer)
    await changed
    await change(null)
  }
}
