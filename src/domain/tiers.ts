import { z } from 'zod'
import type { Extent } from './legal-sizes.ts'

export const tierSchema = z.enum(['1K', '2K', '4K'])
export type Tier = z.infer<typeof tierSchema>

interface TierRow {
  /** What a plan for this tier aims at, in pixels. */
  readonly area: number
  /** The largest picture that still counts as one, in pixels: a legal size that suits the frame can be larger than the aim. */
  readonly atMost: number
}

/** Smallest first. The limits lie between the plans of neighbouring tiers, whatever the frame, the model and the stage. */
export const TIERS: Readonly<Record<Tier, TierRow>> = {
  '1K': { area: 1024 ** 2, atMost: 1024 * 1536 },
  '2K': { area: 2048 ** 2, atMost: 4_800_000 },
  '4K': { area: 8_294_400, atMost: Infinity },
}

/** The smallest tier a picture's pixels fit into. */
export function tierOf({ width, height }: Extent): Tier {
  return tierSchema.options.find((tier) => width * height <= TIERS[tier].atMost) ?? '4K'
}
