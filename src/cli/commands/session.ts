import { parseArgs } from 'node:util'
import { formatBalance, formatExactUsd } from '#domain/money.ts'
import { connect } from '../connect.ts'
import { formatCredits } from '../format-credits.ts'
import { formatLeft } from '../format-left.ts'

/** `session`: who is calling, which engine answers, what is left. */
export async function session(args: string[]): Promise<number> {
  const { values } = parseArgs({ args, options: { json: { type: 'boolean', default: false } } })
  const { client, close } = await connect(process.env)
  try {
    const answer = await client.session()
    if (values.json) {
      console.log(JSON.stringify(answer, null, 2))
      return 0
    }
    const { member, engine, budget, credits, models } = answer
    console.log(`${member.name} · ${engine.name} engine${engine.simulated ? ' (simulated)' : ''}`)
    console.log(formatLeft(budget))
    if (budget.team) console.log(`Team: ${formatLeft(budget.team)}`)
    if (budget.spendable < budget.left) console.log(`${formatBalance(budget.spendable)} can be spent`)
    if (budget.jobLimit !== null) console.log(`One job: at most ${formatExactUsd(budget.jobLimit)}`)
    if (credits) console.log(`Credits: ${formatCredits(credits.table)}; ${credits.used} used this month`)
    for (const model of models) console.log(`  ${model.id.padEnd(34)} ${model.note}`)
    return 0
  } finally {
    await close()
  }
}
