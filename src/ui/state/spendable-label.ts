import type { Budget, Spending } from '#contract/http-wire.ts'
import { formatBalance, formatExactUsd } from '#domain/money.ts'

const DATE = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' })

/** The day a monthly budget starts anew: “1 Dec”. */
export const nextMonth = (now: Date): string =>
  DATE.format(new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 1, 1)))

/** The budget that runs out first. */
export function bindingBudget(budget: Budget): { spending: Spending; ofTeam: boolean } {
  const { team } = budget
  return team && team.left < budget.left ? { spending: team, ofTeam: true } : { spending: budget, ofTeam: false }
}

/** What can be spent, and by which limit: “$4.20 left”, “$3.00 left for the team until 1 Dec, at most $0.50 a job”. */
export function spendableLabel(budget: Budget, now: Date): string {
  const { spending, ofTeam } = bindingBudget(budget)
  const until = spending.monthly ? ` until ${nextMonth(now)}` : ''
  const left = `${formatBalance(budget.spendable)} left${ofTeam ? ' for the team' : ''}${until}`
  const { jobLimit } = budget
  return jobLimit !== null && jobLimit < budget.spendable ? `${left}, at most ${formatExactUsd(jobLimit)} a job` : left
}
