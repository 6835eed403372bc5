import { parseArgs } from 'node:util'
import { formatBalance, formatExactUsd } from '#domain/money.ts'
import { connect } from '../connect.ts'

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
    const { member, engine, budget, models } = answer
    console.log(`${member.name} · ${engine.name} engine${engine.simulated ? ' (simulated)' : ''}`)
    console.log(`${formatBalance(budget.left)} left of ${formatExactUsd(budget.budget)}`)
    for (const model of models) console.log(`  ${model.id.padEnd(34)} ${model.note}`)
    return 0
  } finally {
    await close()
  }
}
