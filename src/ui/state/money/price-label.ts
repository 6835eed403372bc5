import { creditsLabel, creditsOf } from '#domain/credits.ts'
import { formatPrice } from '#domain/money.ts'
import type { PlannedJob } from '#domain/plan-job.ts'
import type { UiState } from '../ui-state.ts'

export interface PriceLabel {
  /** “$0.08”, “at most $0.08” when it is an upper bound, “6 credits” where a team bills in credits. */
  label: string
  /** The price in dollars where the label is in credits; else null. */
  dollars: string | null
}

/** What a job will cost, as the team counts; `credits` is null where it counts in dollars. */
export function priceLabel(
  { connection }: Pick<UiState, 'connection'>,
  job: PlannedJob,
): PriceLabel & { credits: number | null } {
  const { exact, total } = job.price
  const dollars = exact ? formatPrice(total) : `at most ${formatPrice(total)}`
  const table = connection.session?.credits?.table
  if (!table) return { label: dollars, dollars: null, credits: null }
  const credits = creditsOf(table, job.plan.size, job.request.count)
  return { label: creditsLabel(credits), dollars, credits }
}
