import { parseArgs } from 'node:util'
import { formatExactUsd, formatPrice } from '#domain/money.ts'
import { formatCredits } from '../format-credits.ts'
import { formatLeft } from '../format-left.ts'
import { withOperations } from '../with-operations.ts'

/** `team show`: what holds for all members together. */
export async function teamShow(args: string[]): Promise<number> {
  const { values } = parseArgs({ args, options: { json: { type: 'boolean', default: false } } })
  return withOperations(async ({ readTeam }) => {
    const team = await readTeam()
    if (values.json) {
      console.log(JSON.stringify(team, null, 2))
      return
    }
    const { budget, monthly, jobLimit, credits, spent } = team
    const left = (budget ?? 0) - spent.settled - spent.reserved
    const period = monthly ? ' this month' : ''
    console.log(`Budget      ${budget === null ? 'none' : formatLeft({ budget, left, monthly })}`)
    console.log(`Spent       ${formatPrice(spent.settled)}${period}, and ${formatPrice(spent.reserved)} held back`)
    console.log(`Job limit   ${jobLimit === null ? 'none' : formatExactUsd(jobLimit)}`)
    console.log(`Credits     ${credits === null ? 'none: prices are in dollars' : formatCredits(credits)}`)
  })
}
