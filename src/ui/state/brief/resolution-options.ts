import { toFailure } from '#domain/app-error.ts'
import type { Frame } from '#domain/frame.ts'
import type { Model } from '#domain/models.ts'
import { offeredScales, type RenderTarget, type Scale } from '#domain/size.ts'
import type { Stage } from '#domain/stage.ts'

type Tier = Extract<RenderTarget, { kind: 'tier' }>['tier']
const TIERS: readonly Tier[] = ['1K', '2K', '4K']

export interface ResolutionOption {
  value: string
  label: string
  target: RenderTarget
}

const scaleOption = (scale: Scale): ResolutionOption => ({
  value: `${scale}x`,
  label: scale === 1 ? 'Match frame' : `Frame × ${scale}`,
  target: { kind: 'scale', scale },
})
const tierOption = (tier: Tier): ResolutionOption => ({ value: tier, label: tier, target: { kind: 'tier', tier } })

export const resolutionValue = (target: RenderTarget): string =>
  target.kind === 'scale' ? `${target.scale}x` : target.tier

function scalesFor(frame: Frame | null, model: Model, stage: Stage): Scale[] {
  if (!frame) return [1]
  try {
    return offeredScales(frame, model, stage)
  } catch (error) {
    if (toFailure(error).code === 'internal') throw error
    return [1]
  }
}

/** The resolutions to choose from; the chosen one is always among them. */
export function resolutionOptions(
  frame: Frame | null,
  model: Model,
  stage: Stage,
  chosen: RenderTarget,
): ResolutionOption[] {
  const scales = new Set(scalesFor(frame, model, stage))
  if (chosen.kind === 'scale') scales.add(chosen.scale)
  return [...[...scales].sort().map(scaleOption), ...TIERS.map(tierOption)]
}
