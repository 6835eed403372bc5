import { z } from 'zod'
import type { Extent } from './legal-sizes.ts'
import { tierOf } from './tiers.ts'

const credits = z.int().positive()

/** What one picture costs in credits, by how many pixels it has. */
export const creditTableSchema = z.strictObject({ '1K': credits, '2K': credits, '4K': credits })
export type CreditTable = z.infer<typeof creditTableSchema>

export const DEFAULT_CREDITS: CreditTable = { '1K': 6, '2K': 12, '4K': 20 }

/** “1 credit”, “6 credits”. */
export const creditsLabel = (credits: number): string => (credits === 1 ? '1 credit' : `${credits} credits`)

/** What pictures of one size cost a team that bills in credits; `size` is the one asked of the model. */
export function creditsOf(table: CreditTable, size: Extent, count: number): number {
  return table[tierOf(size)] * count
}
