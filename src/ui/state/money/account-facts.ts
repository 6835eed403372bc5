import type { Session } from '#contract/http-wire.ts'
import type { Spending } from '#contract/usage-wire.ts'
import { creditsLabel } from '#domain/credits.ts'
import { formatBalance, formatExactUsd, formatPrice } from '#domain/money.ts'
import { nextMonth } from './spendable-label.ts'

export interface AccountFact {
  label: string
  value: string
}

/** Who the person is at the proxy, and what they may spend. */
export function accountFacts({ budget, credits, member }: Session, now: Date): AccountFact[] {
  const { jobLimit, reserved, team } = budget
  const monthly = budget.monthly || team?.monthly
  return [
    { label: 'Member', value: member.admin ? `${member.name} · admin` : member.name },
    ...(credits ? [{ label: 'Used this month', value: creditsLabel(credits.used) }] : []),
    { label: 'Left for you', value: share(budget) },
    ...(reserved > 0 ? [{ label: 'Held back of it', value: formatPrice(reserved) }] : []),
    ...(team ? [{ label: 'Left for the team', value: share(team) }] : []),
    ...(jobLimit === null ? [] : [{ label: 'One job', value: `at most ${formatExactUsd(jobLimit)}` }]),
    ...(monthly ? [{ label: 'Starts anew', value: `${nextMonth(now)} (UTC)` }] : []),
  ]
}

const share = ({ budget, left, monthly }: Spending): string =>
  `${formatBalance(left)} of ${formatExactUsd(budget)}${monthly ? ' a month' : ''}`
