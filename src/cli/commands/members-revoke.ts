import { parseArgs } from 'node:util'
import { parseMemberName } from '../parse-member-name.ts'
import { withOperations } from '../with-operations.ts'

/** The member a proxy makes for the machine it runs on. */
const LOCAL = 'local'

/** `members revoke`: a member's token stops working at once. */
export async function membersRevoke(args: string[]): Promise<number> {
  const { positionals } = parseArgs({ args, allowPositionals: true, options: {} })
  const name = parseMemberName('members revoke', positionals)
  return withOperations(async ({ revokeMember }) => {
    await revokeMember(name)
    console.log(`The token of ${name} no longer works. Jobs that were submitted before still run.`)
    if (name === LOCAL) console.log('The next start of the proxy makes a new token for this member.')
  })
}
