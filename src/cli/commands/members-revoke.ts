import { parseArgs } from 'node:util'
import { parseMemberName } from '../parse-member-name.ts'
import { withOperations } from '../with-operations.ts'

/** `members revoke`: a member's token stops working at once. */
export async function membersRevoke(args: string[]): Promise<number> {
  const { positionals } = parseArgs({ args, allowPositionals: true, options: {} })
  const name = parseMemberName('members revoke', positionals)
  return withOperations(async ({ revokeMember }) => {
    await revokeMember(name)
    console.log(`The token of ${name} no longer works. Jobs that were submitted before still run.`)
  })
}
