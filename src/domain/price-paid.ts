import { hasEnded, type Job } from './job.ts'
import type { MicroDollars } from './money.ts'

/** How sure it is that an amount is paid: `nothing` was charged; it is held back for now; nobody knows; it was charged. */
export type Paid = 'nothing' | 'reserved' | 'perhaps' | 'charged'

/** What a job costs or has cost. The amount is 0 for nothing. */
export function pricePaid(job: Pick<Job, 'state' | 'price' | 'mayHaveBeenCharged'>): {
  paid: Paid
  amount: MicroDollars
} {
  const { charged, reserved } = job.price
  if (charged !== null) return { paid: 'charged', amount: charged }
  if (job.mayHaveBeenCharged) return { paid: 'perhaps', amount: reserved }
  return hasEnded(job) ? { paid: 'nothing', amount: 0 } : { paid: 'reserved', amount: reserved }
}
