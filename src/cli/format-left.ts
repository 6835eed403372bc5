import type { Spending } from '#contract/usage-wire.ts'
import { formatBalance, formatExactUsd } from '#domain/money.ts'

/** “$12.30 left of $25.00 a month” */
export const formatLeft = ({ left, budget, monthly }: Pick<Spending, 'left' | 'budget' | 'monthly'>): string =>
  `${formatBalance(left)} left of ${formatExactUsd(budget)}${monthly ? ' a month' : ''}`
