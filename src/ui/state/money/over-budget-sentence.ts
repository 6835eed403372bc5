import type { Budget } from '#contract/usage-wire.ts'
import { makeFailure } from '#domain/failure.ts'
import { formatPrice, type MicroDollars } from '#domain/money.ts'
import { overBudget } from '#domain/over-budget.ts'
import type { PriceLabel } from './price-label.ts'

/** Why a price will be refused, as the proxy will say it, in credits too where the button has them; null when it will not. */
export function overBudgetSentence(budget: Budget, price: MicroDollars, { label, dollars }: PriceLabel): string | null {
  const failure = overBudget(budget, [price])
  if (!failure || dollars === null) return failure?.message ?? null
  return makeFailure(failure.code, { ...failure.details, price: `${label} (${formatPrice(price)})` }).message
}
