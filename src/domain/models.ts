import { z } from 'zod'
import { AppError } from './app-error.ts'
import type { ImageFormat } from './image.ts'

export const qualitySchema = z.enum(['low', 'medium', 'high', 'xhigh', 'max'])
export type Quality = z.infer<typeof qualitySchema>

export const modelIdSchema = z.enum([
  'gpt-image-2',
  'gpt-image-2-2026-04-21',
  'gpt-image-2.5-flare',
  'gpt-image-2.5-flare-2026-09-08',
  'gpt-image-2.5-sunburst',
  'gpt-image-2.5-sunburst-2026-09-08',
  'gpt-image-2.6-flare',
  'gpt-image-2.6-sunburst',
])
export type ModelId = z.infer<typeof modelIdSchema>

export const DEFAULT_MODEL_ID: ModelId = 'gpt-image-2'

/** Which sizes a model accepts. Edges and grid in pixels, areas in pixels squared, aspect as long edge over short edge. */
export interface SizeRules {
  readonly grid: number
  readonly maxEdge: number
  readonly maxAspect: number
  readonly minArea: number
  readonly maxArea: number
}

/** What the output-token formula needs to know of one quality: patches along the long edge, and a factor on the total. */
export interface QualityRow {
  readonly axis: number
  readonly times: number
}

export type Background = 'auto' | 'opaque' | 'transparent'

/** Micro-dollars per token, the same number as dollars per million tokens. */
export interface TokenPrices {
  readonly textIn: number
  readonly imageIn: number
  readonly imageOut: number
}

interface ModelRow {
  readonly label: string
  /** One sentence for designers. */
  readonly note: string
  readonly qualities: Readonly<Partial<Record<Quality, QualityRow>>>
  /** False when the output-token count is only known as an upper bound: its price reads "at most". */
  readonly exactPrice: boolean
  readonly sizes: SizeRules
  readonly prices: TokenPrices
  readonly backgrounds: readonly Background[]
  readonly formats: readonly ImageFormat[]
  readonly maxReferences: number
  readonly maxCount: number
  readonly maxPartialImages: number
  /** In characters. */
  readonly maxPromptLength: number
  /** YYYY-MM-DD: the first day it no longer answers. */
  readonly shutdownDate: string | null
}

export interface Model extends ModelRow {
  readonly id: ModelId
}

const shared = {
  sizes: { grid: 16, maxEdge: 3840, maxAspect: 3, minArea: 655_360, maxArea: 8_294_400 },
  prices: { textIn: 5, imageIn: 8, imageOut: 30 },
  formats: ['png', 'jpeg', 'webp'],
  maxReferences: 16,
  maxCount: 10,
  maxPartialImages: 3,
  maxPromptLength: 32_000,
  shutdownDate: null,
} as const

const generation2 = {
  ...shared,
  qualities: { low: { axis: 16, times: 1 }, medium: { axis: 48, times: 1 }, high: { axis: 96, times: 1 } },
  exactPrice: true,
  backgrounds: ['auto', 'opaque'],
} as const

const generation25 = {
  ...shared,
  qualities: {
    low: { axis: 16, times: 1 },
    medium: { axis: 24, times: 1 },
    high: { axis: 48, times: 1 },
    xhigh: { axis: 64, times: 1 },
    max: { axis: 96, times: 1 },
  },
  exactPrice: true,
  backgrounds: ['auto', 'opaque', 'transparent'],
} as const

/** Low and medium are said to take three to four times the tokens of 2.5; the upper bound is what gets reserved. */
const generation26 = {
  ...generation25,
  qualities: { ...generation25.qualities, low: { axis: 16, times: 4 }, medium: { axis: 24, times: 4 } },
  exactPrice: false,
} as const

const rows: Readonly<Record<ModelId, ModelRow>> = {
  'gpt-image-2': { ...generation2, label: 'GPT Image 2', note: 'The default: dependable layout, text and references.' },
  'gpt-image-2-2026-04-21': {
    ...generation2,
    label: 'GPT Image 2 (2026-04-21)',
    note: 'GPT Image 2 frozen at one date, for a series that must stay consistent.',
  },
  'gpt-image-2.5-flare': {
    ...generation25,
    label: 'GPT Image 2.5 Flare',
    note: 'Fast, about the quality of GPT Image 2, and can leave the background transparent.',
  },
  'gpt-image-2.5-flare-2026-09-08': {
    ...generation25,
    label: 'GPT Image 2.5 Flare (2026-09-08)',
    note: 'GPT Image 2.5 Flare frozen at one date.',
  },
  'gpt-image-2.5-sunburst': {
    ...generation25,
    label: 'GPT Image 2.5 Sunburst',
    note: 'Finer detail and more precise edits, and can leave the background transparent.',
  },
  'gpt-image-2.5-sunburst-2026-09-08': {
    ...generation25,
    label: 'GPT Image 2.5 Sunburst (2026-09-08)',
    note: 'GPT Image 2.5 Sunburst frozen at one date.',
  },
  'gpt-image-2.6-flare': {
    ...generation26,
    label: 'GPT Image 2.6 Flare',
    note: 'The newest fast model; its price is known only as an upper bound.',
  },
  'gpt-image-2.6-sunburst': {
    ...generation26,
    label: 'GPT Image 2.6 Sunburst',
    note: 'The newest detailed model; its price is known only as an upper bound.',
  },
}

export const MODELS: readonly Model[] = modelIdSchema.options.map((id) => ({ id, ...rows[id] }))

/** The row of a model id. Throws AppError `model_unknown`. */
export function findModel(id: string): Model {
  const model = MODELS.find((row) => row.id === id)
  if (!model) throw new AppError('model_unknown', { details: { model: id } })
  return model
}

/** The models that still answer on a day (YYYY-MM-DD). */
export function offeredModels(today: string, models: readonly Model[] = MODELS): readonly Model[] {
  return models.filter((model) => model.shutdownDate === null || today < model.shutdownDate)
}

/** The qualities a model has, lowest first. */
export function offeredQualities(model: Model): readonly Quality[] {
  return qualitySchema.options.filter((quality) => model.qualities[quality] !== undefined)
}
