import { type Failure, makeFailure } from './failure.ts'
import { formatBalance, formatExactUsd, formatPrice, type MicroDollars } from './money.ts'

/** What may be spent: `left` can be below zero; null is no limit. */
export interface Limits {
  left: number
  team: { left: number } | null
  jobLimit: MicroDollars | null
}

/**
 * Why jobs ordered together are refused: the limit for one job first, then the member's budget, then the team's. Null
 * when they are not.
 */
export function overBudget({ jobLimit, left, team }: Limits, prices: readonly MicroDollars[]): Failure | null {
  const dearest = prices.reduce((most, price) => Math.max(most, price), 0)
  const total = prices.reduce((sum, price) => sum + price, 0)
  if (jobLimit !== null && dearest > jobLimit) {
    const missing = formatPrice(dearest - jobLimit)
    return makeFailure('over_job_limit', { price: formatPrice(dearest), limit: formatExactUsd(jobLimit), missing })
  }
  if (total > left) return makeFailure('over_budget', shortfall(total, left))
  return team && total > team.left ? makeFailure('over_team_budget', shortfall(total, team.left)) : null
}

const shortfall = (price: MicroDollars, left: number) => ({
  price: formatPrice(price),
  left: formatBalance(left),
  missing: formatPrice(price - left),
})
