import { z } from 'zod'
import { BACKGROUNDS } from '#domain/brief.ts'
import { imageFormatSchema } from '#domain/image.ts'
import { type Model, modelIdSchema, qualitySchema } from '#domain/models.ts'

const positive = z.number().positive()

/** A model with its capabilities and prices, as `domain/models` describes it. */
export const modelSchema: z.ZodType<Model> = z.object({
  id: modelIdSchema,
  label: z.string(),
  note: z.string(),
  qualities: z.partialRecord(qualitySchema, z.object({ axis: positive, times: positive })),
  exactPrice: z.boolean(),
  sizes: z.object({ grid: positive, maxEdge: positive, maxAspect: positive, minArea: positive, maxArea: positive }),
  prices: z.object({ textIn: positive, imageIn: positive, imageOut: positive }),
  backgrounds: z.array(z.enum(BACKGROUNDS)),
  formats: z.array(imageFormatSchema),
  maxReferences: positive,
  maxCount: positive,
  maxPartialImages: z.number().nonnegative(),
  maxPromptLength: positive,
  shutdownDate: z.string().nullable(),
})
