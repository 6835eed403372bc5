import { z } from 'zod'
import { imageInfoSchema } from '../image.ts'

export const colourSchema = z.string().regex(/^#[0-9a-f]{6}$/)

/** How a subject comes to stand alone. One row per way. */
export const CUTOUT_WAYS = {
  transparent: { label: 'Made transparent by the model' },
  key: { label: 'Cut out from a flat colour' },
} as const
export type CutoutWay = keyof typeof CUTOUT_WAYS
const cutoutWaySchema = z.enum(['transparent', 'key'])

/** What is asked for behind a subject whose brief names no colour. */
export const DEFAULT_KEY = '#00ff00'

/** The brief's part about a cutout. */
export const cutoutSchema = z.strictObject({
  /** The flat colour to ask for behind the subject, far from its own colours; used where the model makes no transparency. */
  key: colourSchema,
})

/** How a cutout came out. */
export const cutoutMeasuresSchema = z.strictObject({
  way: cutoutWaySchema,
  /** The picture the model made, as it came. */
  raw: imageInfoSchema,
  /** Share of the pixels that are fully transparent, 0..1. */
  transparent: z.number().min(0).max(1),
  /**
   * Why it is no cutout, though it was paid for: `opaque`, hardly anything around its subject is transparent; `checkerboard`, a checkerboard is
   * painted where it should be transparent; `not_flat`, what is behind the subject is not one flat colour; `empty`, nothing is
   * left that can be seen. Null when it is one.
   */
  refused: z.enum(['opaque', 'checkerboard', 'not_flat', 'empty']).nullable(),
})
export type CutoutMeasures = z.infer<typeof cutoutMeasuresSchema>
