import { creditsLabel } from '#domain/credits.ts'
import type { Job } from '#domain/job.ts'
import { formatPrice } from '#domain/money.ts'
import { type Paid, pricePaid } from '#domain/price-paid.ts'
import type { PriceLabel } from './price-label.ts'

/** What a job costs or has cost: “$0.08 reserved”, “$0.0795”, “6 credits, perhaps charged”, “Nothing charged”. */
export function paidLabel(job: Job): PriceLabel {
  const { paid, amount } = pricePaid(job)
  if (paid === 'nothing') return { label: 'Nothing charged', dollars: null }
  const rest = standing(paid, job.engine.simulated)
  const dollars = `${formatPrice(amount)}${rest}`
  return job.credits === null
    ? { label: dollars, dollars: null }
    : { label: `${creditsLabel(job.credits)}${rest}`, dollars }
}

function standing(paid: Paid, simulated: boolean): string {
  const word = simulated ? ' simulated' : ''
  if (paid === 'perhaps') return `${word}, perhaps charged`
  return paid === 'reserved' && !simulated ? ' reserved' : word
}
