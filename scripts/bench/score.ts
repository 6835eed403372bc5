import { cropLoss, type Extent } from '#domain/legal-sizes.ts'
import type { SizeRules } from '#domain/models.ts'

export interface Judged {
  readonly legal: boolean
  /** Null for frames beyond 3:1, which no legal size fits. */
  readonly loss: number | null
  /** True when the limits are broken though some legal size keeps them. */
  readonly overLimits: boolean
  readonly tokens: number
}

interface Choice {
  readonly size: Extent
  readonly wanted: Extent
  readonly maxUpscale: number
  /** Whether any legal size keeps the limits. */
  readonly reachable: boolean
  readonly legal: boolean
  readonly tokens: number
}

const MAX_LOSS = 0.02
const MAX_ASPECT = 3
const NOISE = 1e-9

function withinLimits(size: Extent, wanted: Extent, maxUpscale: number): boolean {
  const upscale = Math.max(wanted.width / size.width, wanted.height / size.height)
  return cropLoss(size, wanted) <= MAX_LOSS + NOISE && upscale <= maxUpscale + NOISE
}

/** Whether a legal size keeps the limits, found by looking at all of them. */
export function anySizeFits(wanted: Extent, rules: SizeRules, maxUpscale: number): boolean {
  for (let width = rules.grid; width <= rules.maxEdge; width += rules.grid) {
    const highest = Math.min(rules.maxEdge, width * rules.maxAspect, rules.maxArea / width)
    const lowest = Math.ceil(Math.max(width / rules.maxAspect, rules.minArea / width) / rules.grid) * rules.grid
    for (let height = lowest; height <= highest; height += rules.grid) {
      if (withinLimits({ width, height }, wanted, maxUpscale)) return true
    }
  }
  return false
}

export function judge({ size, wanted, maxUpscale, reachable, legal, tokens }: Choice): Judged {
  const aspect = Math.max(wanted.width, wanted.height) / Math.min(wanted.width, wanted.height)
  return {
    legal,
    loss: aspect > MAX_ASPECT ? null : cropLoss(size, wanted),
    overLimits: reachable && !withinLimits(size, wanted, maxUpscale),
    tokens,
  }
}

export function summarise(judged: readonly Judged[]) {
  return {
    illegal: judged.filter((one) => !one.legal).length,
    maxLoss: Math.max(0, ...judged.map((one) => one.loss ?? 0)),
    overLimits: judged.filter((one) => one.overLimits).length,
    tokens: judged.reduce((sum, one) => sum + one.tokens, 0),
  }
}
