import { hasEnded, type Job } from '#domain/job.ts'
import { formatPrice } from '#domain/money.ts'
import { creditsLabel, type PriceLabel } from './price-label.ts'

/** What a job costs or has cost: “$0.08 reserved”, “$0.0795”, “6 credits, perhaps charged”, “Nothing charged”. */
export function pricePaid(job: Job): PriceLabel {
  const { charged, reserved } = job.price
  if (hasEnded(job) && charged === null && !job.mayHaveBeenCharged) return { label: 'Nothing charged', dollars: null }
  const dollars = `${formatPrice(charged ?? reserved)}${standing(job)}`
  if (job.credits === null) return { label: dollars, dollars: null }
  return { label: `${creditsLabel(job.credits)}${standing(job)}`, dollars }
}

function standing({ engine, mayHaveBeenCharged, price }: Job): string {
  const simulated = engine.simulated ? ' simulated' : ''
  if (price.charged !== null) return simulated
  if (mayHaveBeenCharged) return `${simulated}, perhaps charged`
  return engine.simulated ? simulated : ' reserved'
}
