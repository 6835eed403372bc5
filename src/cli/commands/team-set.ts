import { parseArgs } from 'node:util'
import { parseAmountOrNone } from '../parse-amount.ts'
import { parseCredits } from '../parse-credits.ts'
import { parsePeriod } from '../parse-period.ts'
import { UsageError } from '../usage-error.ts'
import { withOperations } from '../with-operations.ts'

/** `team set`: changes what holds for all members together; what is not named stays. */
export async function teamSet(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: {
      budget: { type: 'string' },
      monthly: { type: 'boolean', default: false },
      total: { type: 'boolean', default: false },
      'job-limit': { type: 'string' },
      credits: { type: 'string' },
    },
  })
  const { budget, 'job-limit': jobLimit, credits } = values
  const monthly = parsePeriod(values)
  const change = {
    ...(budget === undefined ? {} : { budget: parseAmountOrNone('--budget', budget) }),
    ...(monthly === undefined ? {} : { monthly }),
    ...(jobLimit === undefined ? {} : { jobLimit: parseAmountOrNone('--job-limit', jobLimit) }),
    ...(credits === undefined ? {} : { credits: parseCredits(credits) }),
  }
  if (Object.keys(change).length === 0)
    throw new UsageError('team set takes --budget, --monthly, --total, --job-limit or --credits.')
  return withOperations(async ({ setTeam }) => {
    await setTeam(change)
    console.log('Set. “team show” tells what holds now.')
  })
}
