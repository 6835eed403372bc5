import { z } from 'zod'

const point = z.strictObject({ x: z.number(), y: z.number() })
/** A place in the picture, in its pixels. */
export type MaskPoint = z.infer<typeof point>

const brushPoint = point.extend({ pressure: z.number() })
/** Where a brush was, and how hard it was pressed, 0..1. */
export type BrushPoint = z.infer<typeof brushPoint>

const erase = z.boolean()

export const drawOpSchema = z.discriminatedUnion('tool', [
  z.strictObject({
    tool: z.literal('brush'),
    erase,
    /** Diameter. */
    size: z.number(),
    /** 1 ends sharply; less fades out towards the rim, 0..1. */
    hardness: z.number(),
    points: z.array(brushPoint).readonly(),
  }),
  z.strictObject({ tool: z.literal('rectangle'), erase, from: point, to: point }),
  z.strictObject({ tool: z.literal('lasso'), erase, points: z.array(point).readonly() }),
  /** Turns the whole mask round, with all the parts before. */
  z.strictObject({ tool: z.literal('invert') }),
  /** Takes back what was drawn before it in the same part. */
  z.strictObject({ tool: z.literal('clear') }),
])
/** One thing done by hand, in pixels of the picture. `erase`: it takes away from what may change. */
export type DrawOp = z.infer<typeof drawOpSchema>
