import { z } from 'zod'
import { AppError } from './app-error.ts'
import type { Extent } from './legal-sizes.ts'
import type { Model, Quality } from './models.ts'
import type { MicroDollars } from './money.ts'
import { textTokens } from './text-tokens.ts'

/** What the API says a request used, in tokens; the whole request, all its images together. */
export const usageSchema = z.object({
  inputTextTokens: z.int().nonnegative(),
  inputImageTokens: z.int().nonnegative(),
  outputTokens: z.int().nonnegative(),
})
export type Usage = z.infer<typeof usageSchema>

/** The part of a request that decides its price. */
export interface Priced {
  readonly model: Model
  readonly quality: Quality
  readonly size: Extent
  /** Images asked for. */
  readonly count: number
  /** Pixel sizes of the images sent along. */
  readonly references: readonly Extent[]
  /** True when a mask goes along. Whether it is billed is not documented: it counts as one more image, and the price as “at most”. */
  readonly masked?: boolean
  readonly prompt: string
  /** Partial images per image. */
  readonly partialImages: number
}

export interface Estimate {
  /** All images of the request together, without partial images. */
  readonly outputTokens: number
  /** An upper bound: fewer partial images may arrive. */
  readonly partialTokens: number
  readonly inputImageTokens: number
  readonly textTokens: number
  readonly total: MicroDollars
  /** False when the model's output tokens are known only as an upper bound, so the price reads "at most". */
  readonly exact: boolean
}

const TOKENS_PER_PARTIAL_IMAGE = 100

/** Output tokens of one image of a legal size. Throws AppError `option_unsupported`. */
export function outputTokens(model: Model, quality: Quality, size: Extent): number {
  const row = model.qualities[quality]
  if (!row)
    throw new AppError('option_unsupported', { details: { model: model.label, option: `the quality ${quality}` } })
  const long = Math.max(size.width, size.height)
  const short = Math.min(size.width, size.height)
  // axis · short / long rounded half up in whole numbers; doubles hold every product of a legal size exactly.
  const shortPatches = Math.floor((2 * row.axis * short + long) / (2 * long))
  const tokens = Math.ceil((row.axis * shortPatches * (2_000_000 + long * short)) / 4_000_000)
  return tokens * row.times
}

const PATCH_EDGE = 32
const PATCH_BUDGET = 1536

/** Input tokens of one reference image, by its pixel size. At most one patch row off above the patch budget. */
export function inputImageTokens(image: Extent): number {
  const magnified = Math.min(2, Math.max(1, 1024 / Math.max(image.width, image.height)))
  const width = Math.min(image.width, 3 * image.height) * magnified
  const height = Math.min(image.height, 3 * image.width) * magnified
  const whole = patches(width) * patches(height)
  if (whole <= PATCH_BUDGET) return whole
  const ratio = Math.sqrt((PATCH_BUDGET * PATCH_EDGE ** 2) / (width * height))
  const shrink = ratio * Math.min(wholePatchShare(width * ratio), wholePatchShare(height * ratio))
  return patches(width * shrink) * patches(height * shrink)
}

// The small subtraction keeps an edge that floating point left a hair over a patch border from costing another patch.
const patches = (edge: number) => Math.ceil(edge / PATCH_EDGE - 1e-9)
const wholePatchShare = (edge: number) => Math.floor(edge / PATCH_EDGE) / (edge / PATCH_EDGE)

/** What a request costs before it is sent. References and prompt are billed once, images and partial images each. */
export function estimate(request: Priced): Estimate {
  const output = request.count * outputTokens(request.model, request.quality, request.size)
  const partial = request.count * request.partialImages * TOKENS_PER_PARTIAL_IMAGE
  const masks = request.masked ? request.references.slice(0, 1) : []
  const images = [...request.references, ...masks].reduce((sum, image) => sum + inputImageTokens(image), 0)
  const text = textTokens(request.prompt)
  return {
    outputTokens: output,
    partialTokens: partial,
    inputImageTokens: images,
    textTokens: text,
    total: charge(request.model, {
      inputTextTokens: text,
      inputImageTokens: images,
      outputTokens: output + partial,
    }),
    exact: request.model.exactPrice && masks.length === 0,
  }
}

/** What a request cost, from the usage the API reported. Part of a micro-dollar is rounded up, once, at the end. */
export function charge(model: Model, usage: Usage): MicroDollars {
  const { textIn, imageIn, imageOut } = model.prices
  const total = usage.inputTextTokens * textIn + usage.inputImageTokens * imageIn + usage.outputTokens * imageOut
  return Math.ceil(total)
}
