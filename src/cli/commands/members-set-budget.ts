import { parseArgs } from 'node:util'
import { formatExactUsd } from '#domain/money.ts'
import { parseAmount } from '../parse-amount.ts'
import { parseMemberName } from '../parse-member-name.ts'
import { parsePeriod } from '../parse-period.ts'
import { withOperations } from '../with-operations.ts'

/** `members set-budget`: changes what a member may spend. */
export async function membersSetBudget(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { monthly: { type: 'boolean', default: false }, total: { type: 'boolean', default: false } },
  })
  const [first = '', amount, ...more] = positionals
  const name = parseMemberName('members set-budget', [first, ...more])
  const budget = parseAmount('members set-budget', amount)
  const monthly = parsePeriod(values)
  return withOperations(async ({ setMemberBudget }) => {
    await setMemberBudget(name, { budget, monthly })
    console.log(`The budget of ${name} is now ${formatExactUsd(budget)}.`)
  })
}
