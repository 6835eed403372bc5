import { z } from 'zod'
import { BACKGROUNDS } from './brief.ts'
import { editSchema } from './edits/edit.ts'
import { imageFormatSchema, imageIdSchema } from './image.ts'
import { modelIdSchema, qualitySchema } from './models.ts'
import { rectSchema } from './rect.ts'
import { referenceSchema } from './reference.ts'

export const requestSchema = z.strictObject({
  model: modelIdSchema,
  prompt: z.string(),
  /** Pixels; always a size the model allows, never `auto`. */
  size: z.strictObject({ width: z.int().positive(), height: z.int().positive() }),
  quality: qualitySchema,
  count: z.int().min(1).max(10),
  format: imageFormatSchema,
  background: z.enum(BACKGROUNDS),
  partialImages: z.int().min(0).max(3),
  references: z.array(referenceSchema),
  /** PNG with alpha, the size of the first reference; alpha 0 is where to edit. */
  mask: imageIdSchema.nullable(),
  /**
   * What the first reference and the mask are cut from when the request is sent; until then they name the whole pictures. Null
   * when nothing is edited.
   */
  cut: z
    .strictObject({
      ...editSchema.pick({ original: true, canvas: true, at: true, mask: true, matte: true }).shape,
      window: rectSchema,
    })
    .nullable()
    .default(null),
  /** The words the prompt quotes, for engines that set type themselves. */
  exactTexts: z.array(z.string()),
})
/** Everything an engine may know, one value. */
export type Request = z.infer<typeof requestSchema>
