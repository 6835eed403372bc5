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
  const table = connection.session?.credits?.table
  const credits = table ? creditsOf(table, job.plan.size, job.request.count) : null
  return { ...inWords(job.price, credits), credits }
}

/** A price as a person reads it; `credits` is null where they count in dollars. */
export function inWords(
  { exact, total }: Pick<PlannedJob['price'], 'exact' | 'total'>,
  credits: number | null,
): PriceLabel {
  const dollars = exact ? formatPrice(total) : `at most ${formatPrice(total)}`
  return credits === null ? { label: dollars, dollars: null } : { label: creditsLabel(credits), dollars }
}
