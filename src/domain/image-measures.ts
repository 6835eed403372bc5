import { z } from 'zod'
import { colourSchema } from './edits/cutout.ts'

/** What is worth knowing of a picture before it is sent, measured on its pixels. */
export const imageMeasuresSchema = z.strictObject({
  /** Pixels. */
  width: z.int().positive(),
  height: z.int().positive(),
  /** True when some of it is transparent. */
  hasAlpha: z.boolean(),
  /** True when it was enlarged: it holds clearly less detail than its size. */
  upscaled: z.boolean(),
  /** True when most of it is lettering, as on a screenshot of a document. */
  mostlyText: z.boolean(),
  /**
   * Flat colours to put behind a subject, the one farthest from the picture's own colours first; `distance` is the ΔE2000 to
   * the nearest of those that matter.
   */
  keys: z.array(z.strictObject({ colour: colourSchema, distance: z.number().nonnegative() })).min(1),
})
export type ImageMeasures = z.infer<typeof imageMeasuresSchema>
