import { parseArgs } from 'node:util'
import { formatPrice } from '#domain/money.ts'
import { parseChoice } from '../parse-choice.ts'
import { printTable } from '../print-table.ts'
import { withOperations } from '../with-operations.ts'

/** `usage`: what all members have spent, and the jobs that wait for a decision. */
export async function usage(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: { by: { type: 'string', default: 'member' }, json: { type: 'boolean', default: false } },
  })
  const by = parseChoice('by', ['day', 'member'], values.by)
  return withOperations(async (operations) => {
    const [rows, doubtful] = [await operations.usage(by), await operations.doubtful()]
    if (values.json) {
      console.log(JSON.stringify({ by, rows, doubtful }, null, 2))
      return
    }
    const total = (of: 'jobs' | 'settled' | 'reserved') => rows.reduce((sum, row) => sum + row[of], 0)
    const all = { key: 'all', jobs: total('jobs'), settled: total('settled'), reserved: total('reserved') }
    printTable(
      [by.toUpperCase(), '>JOBS', '>SPENT', '>HELD'],
      [...rows, all].map((row) => [row.key, String(row.jobs), formatPrice(row.settled), formatPrice(row.reserved)]),
    )
    if (doubtful.length === 0) return
    console.log('\nThese may have been charged. Look at the upstream’s bill, then: resolve JOB charged|free')
    printTable(
      ['JOB', 'MEMBER', 'SENT', 'MODEL', '>HELD'],
      doubtful.map((job) => [job.id, job.member, job.sentAt ?? '', job.model, formatPrice(job.reserved)]),
    )
  })
}
