import type { Budget } from '#contract/usage-wire.ts'
import { formatBalance, formatExactUsd } from '#domain/money.ts'

const DATE = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' })

/** The day a monthly budget starts anew: “1 Dec”. */
export const nextMonth = (now: Date): string =>
  DATE.format(new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 1, 1)))

/** What can be spent, and by which limit: “$4.20 left”, “$3.00 left for the team until 1 Dec, at most $0.50 a job”. */
export function spendableLabel(budget: Budget, now: Date): string {
  const { jobLimit, team } = budget
  const ofTeam = team !== null && team.left < budget.left
  const spending = ofTeam ? team : budget
  const until = spending.monthly ? ` until ${nextMonth(now)}` : ''
  const left = `${formatBalance(budget.spendable)} left${ofTeam ? ' for the team' : ''}${until}`
  return jobLimit !== null && jobLimit < budget.spendable ? `${left}, at most ${formatExactUsd(jobLimit)} a job` : left
}
