import { parseArgs } from 'node:util'
import { parseAmount } from '../parse-amount.ts'
import { parseMemberName } from '../parse-member-name.ts'
import { UsageError } from '../usage-error.ts'
import { withOperations } from '../with-operations.ts'

/** `members add`: a new member; the token goes to the output, once. */
export async function membersAdd(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      budget: { type: 'string' },
      monthly: { type: 'boolean', default: false },
      admin: { type: 'boolean', default: false },
    },
  })
  const name = parseMemberName('members add', positionals)
  if (values.budget === undefined)
    throw new UsageError('members add needs --budget: what the member may spend, in dollars, such as --budget 25.00.')
  const budget = parseAmount('--budget', values.budget)
  return withOperations(async ({ addMember }) => {
    const token = await addMember({ name, budget, monthly: values.monthly, admin: values.admin })
    console.error(`The token of ${name}, shown this once:`)
    console.log(token)
  })
}
