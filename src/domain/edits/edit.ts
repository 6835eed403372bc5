import { z } from 'zod'
import { imageIdSchema } from '../image.ts'
import { rectSchema } from '../rect.ts'
import { verbSchema } from './verb.ts'

const pixels = z.int().positive().max(100_000)
const extent = { width: pixels, height: pixels }

/** Which image fill of which layer the original comes from, so that the result takes exactly its place. */
export const fillPlaceSchema = z.strictObject({
  nodeId: z.string().min(1).max(200),
  /** Index in the layer's fills. */
  index: z.int().nonnegative(),
  /** Figma's hash of the image: another one means it was replaced meanwhile. */
  imageHash: z.string().min(1).max(200),
})
export type FillPlace = z.infer<typeof fillPlaceSchema>

export const originalSchema = z.strictObject({
  imageId: imageIdSchema,
  /** Pixels of the picture as the proxy keeps it. */
  ...extent,
  name: z.string().max(500).default(''),
  /** Null when it is not an image fill: a layer as it looks, or a file. */
  fill: fillPlaceSchema.nullable(),
})
/** The picture an edit starts from. Its pixels outside the mask are never changed. */
export type Original = z.infer<typeof originalSchema>

export const maskSchema = z.strictObject({
  /** A PNG with alpha, the size of the canvas; alpha 0 is where the picture may change. */
  imageId: imageIdSchema,
  /** The smallest box around all that may change, in pixels of the canvas. */
  box: rectSchema,
})
export type Mask = z.infer<typeof maskSchema>

export const editSchema = z.strictObject({
  verb: verbSchema,
  original: originalSchema,
  /** Pixels of the picture wanted: the original's own, or more where it is expanded. */
  canvas: z.strictObject(extent),
  /** Where the original's top left corner lies in the canvas, in pixels. */
  at: z.strictObject({ x: z.int().nonnegative(), y: z.int().nonnegative() }),
  /** Null: all of the original may change, or, where it is expanded, all but the original. */
  mask: maskSchema.nullable(),
  /** True: the whole canvas is sent though a window would do. */
  whole: z.boolean(),
  /** True: what is pasted back is matched in colour to its surroundings at the seam. */
  match: z.boolean(),
  /** What the model sees under transparent parts of the original: #rrggbb. */
  matte: z.string().regex(/^#[0-9a-f]{6}$/),
})
/** What an edit changes of which picture, and where. */
export type Edit = z.infer<typeof editSchema>

export const isExpanded = ({ original, canvas }: Pick<Edit, 'original' | 'canvas'>): boolean =>
  canvas.width !== original.width || canvas.height !== original.height
