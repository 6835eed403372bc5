import type { Budget } from '#contract/http-wire.ts'
import { type Failure, makeFailure } from '#domain/failure.ts'
import { formatBalance, formatExactUsd, formatPrice, type MicroDollars } from '#domain/money.ts'

/** Why a price will be refused, as the proxy will say it; null when it will not. */
export function overBudget({ jobLimit, left, team }: Budget, price: MicroDollars): Failure | null {
  if (jobLimit !== null && price > jobLimit) {
    const limit = formatExactUsd(jobLimit)
    return makeFailure('over_job_limit', { price: formatPrice(price), limit, missing: formatPrice(price - jobLimit) })
  }
  if (price > left) return makeFailure('over_budget', shortfall(price, left))
  return team && price > team.left ? makeFailure('over_team_budget', shortfall(price, team.left)) : null
}

const shortfall = (price: MicroDollars, left: number) => ({
  price: formatPrice(price),
  left: formatBalance(left),
  missing: formatPrice(price - left),
})
