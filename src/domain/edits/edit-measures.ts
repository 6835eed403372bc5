import { z } from 'zod'
import { imageInfoSchema } from '../image.ts'

const deltaE = z.number().nonnegative()

/** What was measured of an edit. Colour differences are CIEDE2000. */
export const editMeasuresSchema = z.strictObject({
  /** Pixels outside the mask that differ from the original in the result; 0 unless something is wrong. */
  changedOutside: z.int().nonnegative(),
  /** Pixels of the window outside the mask. */
  outside: z.int().nonnegative(),
  /** What the model itself had changed outside the mask before its picture was composited. */
  drift: z.strictObject({
    /** Share of those pixels that visibly differ (ΔE over 2), 0..1. */
    share: z.number().min(0).max(1),
    /** Mean difference of those pixels. */
    mean: deltaE,
  }),
  /** Mean difference along the mask's edge, before and after colour matching; null without an edge inside the window. */
  seam: z.strictObject({ before: deltaE, after: deltaE }).nullable(),
})
export type EditMeasures = z.infer<typeof editMeasuresSchema>

/** An edit's result as it was put together. */
export const compositeSchema = z.strictObject({
  /** The picture the model made, as it came; it shows the plan's window. */
  raw: imageInfoSchema,
  /** Null when the whole picture was free to change, so that there was nothing to protect. */
  measures: editMeasuresSchema.nullable(),
})
