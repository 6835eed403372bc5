import type { CreditTable } from '#domain/credits.ts'

/** “1K 6 · 2K 12 · 4K 20” */
export const formatCredits = (table: CreditTable): string =>
  Object.entries(table)
    .map(([tier, credits]) => `${tier} ${credits}`)
    .join(' · ')
