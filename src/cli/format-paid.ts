import type { Job } from '#domain/job.ts'
import { formatPrice } from '#domain/money.ts'
import { type Paid, pricePaid } from '#domain/price-paid.ts'

const WRITTEN: Record<Paid, (price: string) => string> = {
  nothing: () => 'nothing charged',
  reserved: (price) => `${price} reserved`,
  perhaps: (price) => `perhaps charged ${price}`,
  charged: (price) => price,
}

/** What a job costs or has cost: “$0.0795”, “nothing charged”, “perhaps charged $0.08”. */
export function formatPaid(job: Job): string {
  const { paid, amount } = pricePaid(job)
  return WRITTEN[paid](formatPrice(amount))
}
