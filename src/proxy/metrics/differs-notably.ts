import type { MicroDollars } from '#domain/money.ts'

/** Part of the estimate. */
const NOTABLE = 0.02

interface Settled {
  reserved: MicroDollars
  charged: MicroDollars
  /** False when the reservation is an upper bound. */
  exact: boolean
}

/** Whether a settlement is so far from its estimate that someone should know; what costs less than “at most” is not. */
export const differsNotably = ({ reserved, charged, exact }: Settled): boolean =>
  (exact ? Math.abs(charged - reserved) : charged - reserved) > reserved * NOTABLE
