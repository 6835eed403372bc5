import type { Budget } from '#contract/usage-wire.ts'
import type { FailureCode } from '#domain/failure.ts'
import { MEMBERS, type MemberId } from './any-ledger.ts'

interface Booked {
  member: MemberId
  month: number
  reserved: number
  settled: number
  ended: boolean
}

/** The rules of the ledger, as plain sums over a list of jobs. */
export class LedgerModel {
  readonly jobs: Booked[] = []
  readonly accounts: Record<MemberId, { budget: number; monthly: boolean }>
  team: { budget: number | null; monthly: boolean } = { budget: null, monthly: false }
  jobLimit: number | null = null
  month = 0

  constructor(budget: number) {
    this.accounts = { anna: { budget, monthly: false }, bob: { budget, monthly: false } }
  }

  /** How a reservation must end: the code of the refusal, or null. */
  refusal(member: MemberId, prices: readonly number[]): FailureCode | null {
    const total = prices.reduce((sum, price) => sum + price, 0)
    const { left, team } = this.budgetOf(member)
    if (this.jobLimit !== null && Math.max(...prices) > this.jobLimit) return 'over_job_limit'
    if (total > left) return 'over_budget'
    return team && total > team.left ? 'over_team_budget' : null
  }

  reserve(member: MemberId, prices: readonly number[]): void {
    for (const price of prices) this.jobs.push({ member, month: this.month, reserved: price, settled: 0, ended: false })
  }

  end(job: Booked, charge: number): void {
    Object.assign(job, { reserved: 0, settled: charge, ended: true })
  }

  budgetOf(member: MemberId): Budget {
    const mine = this.spending(this.accounts[member], [member])
    const { budget, monthly } = this.team
    const team = budget === null ? null : this.spending({ budget, monthly }, MEMBERS)
    return { ...mine, team, jobLimit: this.jobLimit, spendable: Math.min(mine.left, team?.left ?? Infinity) }
  }

  private spending({ budget, monthly }: { budget: number; monthly: boolean }, members: readonly MemberId[]) {
    const counted = this.jobs.filter((job) => members.includes(job.member) && (!monthly || job.month === this.month))
    const reserved = counted.reduce((sum, job) => sum + job.reserved, 0)
    const settled = counted.reduce((sum, job) => sum + job.settled, 0)
    return { budget, monthly, reserved, settled, left: budget - reserved - settled }
  }
}
