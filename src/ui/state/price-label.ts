import { formatPrice } from '#domain/money.ts'
import type { Estimate } from '#domain/pricing.ts'

/** “$0.08”, or “at most $0.08” when it is an upper bound. */
export function priceLabel(price: Pick<Estimate, 'total' | 'exact'>): string {
  return price.exact ? formatPrice(price.total) : `at most ${formatPrice(price.total)}`
}
