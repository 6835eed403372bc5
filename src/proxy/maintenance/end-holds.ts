import { sql } from 'kysely'
import type { Db } from '../database/tables.ts'
import { transact } from '../database/transact.ts'
import { mayGo } from './may-go.ts'
import type { Ages } from './retention-ages.ts'

interface Hold {
  image_id: string
  member_id: string
}

export const holdsThatMayEnd = (db: Db, ages: Ages): Promise<Hold[]> =>
  db.selectFrom('image_owners').select(['image_id', 'member_id']).where(mayGo(ages)).execute()

/**
 * Ends a member's hold on a picture when nothing needs it now, and notes on the jobs it was a result of that they were
 * cleared. The jobs are held first: one that is being placed or ended at this moment is looked at only afterwards. A
 * submit that uses the picture at this moment changes the hold itself, which is then too young. How many jobs were
 * cleared; null when the hold stays.
 */
export function endHold(db: Db, { image_id, member_id }: Hold, ages: Ages, now: string): Promise<number | null> {
  return transact(db, async (transaction) => {
    const users = transaction.selectFrom('job_images').select('job_id').where('image_id', '=', image_id)
    await transaction
      .updateTable('jobs')
      .set({ cleared_at: sql.ref('cleared_at') })
      .where('id', 'in', users)
      .where('member_id', '=', member_id)
      .execute()
    const ended = await transaction
      .deleteFrom('image_owners')
      .where('image_id', '=', image_id)
      .where('member_id', '=', member_id)
      .where(mayGo(ages))
      .returning('image_id')
      .executeTakeFirst()
    if (!ended) return null
    const cleared = await transaction
      .updateTable('jobs')
      .set({ cleared_at: now })
      .where('id', 'in', users.where('kind', '=', 'result'))
      .where('member_id', '=', member_id)
      .where('cleared_at', 'is', null)
      .returning('id')
      .execute()
    return cleared.length
  })
}
