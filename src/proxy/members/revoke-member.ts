import type { Db } from '../database/tables.ts'
import { OperationRefused } from '../operation-refused.ts'

/**
 * Makes a member's token stop working at once. What was spent and made stays.
 * @throws OperationRefused when there is no such member, or its token stopped working before
 */
export async function revokeMember(db: Db, name: string, now: string): Promise<void> {
  const revoked = await db
    .updateTable('members')
    .set({ revoked_at: now })
    .where('name', '=', name)
    .where('revoked_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  if (!revoked) throw new OperationRefused(`There is no member called “${name}” whose token works.`)
}
