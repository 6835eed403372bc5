import { parseArgs } from 'node:util'
import { formatBalance, formatExactUsd, formatPrice } from '#domain/money.ts'
import { printTable } from '../print-table.ts'
import { withOperations } from '../with-operations.ts'

const HEADINGS = ['NAME', '>BUDGET', 'FOR', '>SPENT', '>HELD', '>LEFT', 'ROLE', 'TOKEN']

/** `members list`: who may call the proxy, and what each may spend and has spent. */
export async function membersList(args: string[]): Promise<number> {
  const { values } = parseArgs({ args, options: { json: { type: 'boolean', default: false } } })
  return withOperations(async ({ listMembers }) => {
    const members = await listMembers()
    if (values.json) {
      console.log(JSON.stringify(members, null, 2))
      return
    }
    printTable(
      HEADINGS,
      members.map((member) => [
        member.name,
        formatExactUsd(member.budget),
        member.monthly ? 'a month' : 'all time',
        formatPrice(member.settled),
        formatPrice(member.reserved),
        formatBalance(member.left),
        member.admin ? 'admin' : 'member',
        member.revokedAt === null ? 'works' : `revoked ${member.revokedAt.slice(0, 10)}`,
      ]),
    )
  })
}
