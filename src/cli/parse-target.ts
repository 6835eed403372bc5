import type { Render } from '#domain/brief.ts'
import { UsageError } from './usage-error.ts'

const SCALES = ['1', '2', '3'] as const
const TIERS = ['1K', '2K', '4K'] as const

/** `--scale 2` or `--tier 2k` → how many pixels are wanted; without either, the frame at 1×. */
export function parseTarget({
  scale,
  tier,
}: {
  scale?: string | undefined
  tier?: string | undefined
}): Render['target'] {
  if (scale !== undefined && tier !== undefined) throw new UsageError('Give --scale or --tier, not both.')
  if (tier !== undefined) {
    const known = TIERS.find((name) => name === tier.toUpperCase())
    if (!known) throw new UsageError(`--tier takes one of: ${TIERS.join(', ')}.`)
    return { kind: 'tier', tier: known }
  }
  const index = SCALES.findIndex((name) => name === (scale ?? '1'))
  if (index < 0) throw new UsageError(`--scale takes one of: ${SCALES.join(', ')}.`)
  return { kind: 'scale', scale: index === 0 ? 1 : index === 1 ? 2 : 3 }
}
