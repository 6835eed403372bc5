import type { MicroDollars } from '#domain/money.ts'
import type { Db } from '../database/tables.ts'
import { OperationRefused } from '../operation-refused.ts'

/**
 * Changes what a member may spend; without `monthly`, it stays monthly or total as it was.
 * @throws OperationRefused when there is no such member
 */
export async function setMemberBudget(
  db: Db,
  name: string,
  { budget, monthly }: { budget: MicroDollars; monthly?: boolean | undefined },
): Promise<void> {
  const set = await db
    .updateTable('members')
    .set({ budget, ...(monthly === undefined ? {} : { monthly: monthly ? 1 : 0 }) })
    .where('name', '=', name)
    .returning('id')
    .executeTakeFirst()
  if (!set) throw new OperationRefused(`There is no member called “${name}”.`)
}
