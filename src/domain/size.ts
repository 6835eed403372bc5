import { z } from 'zod'
import { AppError } from './app-error.ts'
import { type Candidate, cheapest, sharpest } from './choose-size.ts'
import { cropLoss, type Extent, NOISE, sizesNear } from './legal-sizes.ts'
import type { Model, Quality } from './models.ts'
import { outputTokens } from './pricing.ts'
import { rectSchema } from './rect.ts'
import { type Stage, stageRow } from './stage.ts'
import { TIERS, tierSchema } from './tiers.ts'

/** How many pixels are wanted: a multiple of the frame's own size, or about a number of megapixels. */
export const renderTargetSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('scale'), scale: z.union([z.literal(1), z.literal(2), z.literal(3)]) }),
  z.strictObject({ kind: z.literal('tier'), tier: tierSchema }),
])
export type RenderTarget = z.infer<typeof renderTargetSchema>
export type Scale = Extract<RenderTarget, { kind: 'scale' }>['scale']

const share = z.number().min(0).max(1)

export const planSchema = z.strictObject({
  /** Pixels to ask the model for; always a legal size. */
  size: z.strictObject({ width: z.int().positive(), height: z.int().positive() }),
  /** Pixels wanted over the frame; not always whole. */
  targetSize: z.strictObject({ width: z.number().positive(), height: z.number().positive() }),
  /** The centred part of the image that fills the frame, in 0..1 of the image. */
  crop: z.strictObject({ x: share, y: share, width: share, height: share }),
  /** The share of the image's area outside the crop. */
  cropLoss: share,
  /** How much the crop is enlarged to reach the target size; 1 or less means no pixel is invented. */
  upscale: z.number().positive(),
  /** Of one image. */
  outputTokens: z.int().nonnegative(),
  /** True when the crop and the upscale are both within what the stage allows. */
  withinLimits: z.boolean(),
  /**
   * For frames beyond the model's longest ratio: the strip of the image that stays visible, in 0..1 from the top of a
   * horizontal one or from the left of a vertical one.
   */
  band: z.strictObject({ axis: z.enum(['horizontal', 'vertical']), from: share, to: share }).nullable(),
  /** The part of the edit's canvas that is sent and pasted back, in its pixels; null when nothing is edited. */
  window: rectSchema.nullable().default(null),
})
export type Plan = z.infer<typeof planSchema>

/** The most of an image's area a crop may cut away. */
const MAX_CROP_LOSS = 0.02
/** A tier means "about": its target shrinks by up to this factor where no legal size reaches it. */
const ABOUT = 1.01
const MAX_FRAME_EDGE = 100_000

export interface SizeQuestion {
  /** Figma units. */
  readonly frame: Extent
  readonly target: RenderTarget
  readonly model: Model
  readonly stage: Stage
  /** Instead of the stage's own, for models that have more. */
  readonly quality?: Quality | undefined
}

/**
 * The cheapest legal size that fills a frame with at most 2 % cropped away and no more enlargement than the stage
 * allows. Of sizes within 1 % of the cheapest, the one cropped least, then the one with most pixels. When the frame is
 * larger than the model can draw, the size that needs the least enlargement.
 * @throws AppError frame_invalid
 */
export function planSize({ frame, target, model, stage, quality = stageRow(stage).quality }: SizeQuestion): Plan {
  checkFrame(frame)
  const { maxUpscale } = stageRow(stage)
  const near = sizesNear(clampRatio(frame, model.sizes.maxAspect), model.sizes, MAX_CROP_LOSS)
  const targetSize = targetExtent(frame, target, near)
  const candidates = near.map((size) => ({
    ...size,
    upscale: upscaleOf(size, targetSize),
    tokens: outputTokens(model, quality, size),
  }))
  const sharp = candidates.filter((candidate) => candidate.upscale <= maxUpscale + NOISE)
  const chosen = sharp.length > 0 ? cheapest(sharp) : sharpest(candidates)
  return describe(chosen, { frame, targetSize, maxAspect: model.sizes.maxAspect, maxUpscale })
}

/** The multiples of a frame's size the model can draw without more enlargement than the stage allows; 1 is always one. */
export function offeredScales(frame: Extent, model: Model, stage: Stage): Scale[] {
  const scales: Scale[] = [1, 2, 3]
  const { maxUpscale } = stageRow(stage)
  return scales.filter(
    (scale) =>
      scale === 1 || planSize({ frame, target: { kind: 'scale', scale }, model, stage }).upscale <= maxUpscale + NOISE,
  )
}

function checkFrame({ width, height }: Extent): void {
  const sane = (edge: number) => edge >= 1 && edge <= MAX_FRAME_EDGE
  if (!sane(width) || !sane(height)) throw new AppError('frame_invalid')
}

function targetExtent(frame: Extent, target: RenderTarget, near: readonly Extent[]): Extent {
  if (target.kind === 'scale') return enlarged(frame, target.scale)
  const nominal = enlarged(frame, Math.sqrt(TIERS[target.tier].area / (frame.width * frame.height)))
  const shortfall = near.reduce((least, size) => Math.min(least, upscaleOf(size, nominal)), Infinity)
  return shortfall > 1 && shortfall <= ABOUT ? enlarged(nominal, 1 / shortfall) : nominal
}

function enlarged({ width, height }: Extent, factor: number): Extent {
  return { width: width * factor, height: height * factor }
}

function upscaleOf(image: Extent, targetSize: Extent): number {
  return Math.max(targetSize.width / image.width, targetSize.height / image.height)
}

function clampRatio({ width, height }: Extent, maxAspect: number): Extent {
  return { width: Math.min(width, height * maxAspect), height: Math.min(height, width * maxAspect) }
}

interface Circumstances {
  readonly frame: Extent
  readonly targetSize: Extent
  readonly maxAspect: number
  readonly maxUpscale: number
}

function describe(chosen: Candidate, { frame, targetSize, maxAspect, maxUpscale }: Circumstances): Plan {
  const across = chosen.width * frame.height
  const along = chosen.height * frame.width
  const crop = centred(Math.min(1, along / across), Math.min(1, across / along))
  const loss = cropLoss(chosen, frame)
  return {
    size: { width: chosen.width, height: chosen.height },
    targetSize,
    crop,
    cropLoss: loss,
    upscale: chosen.upscale,
    outputTokens: chosen.tokens,
    withinLimits: loss <= MAX_CROP_LOSS + NOISE && chosen.upscale <= maxUpscale + NOISE,
    band: bandOf(frame, crop, maxAspect),
    window: null,
  }
}

function centred(width: number, height: number): Plan['crop'] {
  return { x: (1 - width) / 2, y: (1 - height) / 2, width, height }
}

function bandOf(frame: Extent, crop: Plan['crop'], maxAspect: number): Plan['band'] {
  if (frame.width > frame.height * maxAspect) return { axis: 'horizontal', from: crop.y, to: crop.y + crop.height }
  if (frame.height > frame.width * maxAspect) return { axis: 'vertical', from: crop.x, to: crop.x + crop.width }
  return null
}
