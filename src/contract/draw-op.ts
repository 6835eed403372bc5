import { z } from 'zod'

const point = z.strictObject({ x: z.number(), y: z.number() })
const erase = z.boolean()

/** One thing drawn into a mask by hand, in pixels of the picture; what each means is said in the window’s `MaskPart`. */
export const drawOpSchema = z.discriminatedUnion('tool', [
  z.strictObject({
    tool: z.literal('brush'),
    erase,
    size: z.number(),
    hardness: z.number(),
    points: z.array(point.extend({ pressure: z.number() })).readonly(),
  }),
  z.strictObject({ tool: z.literal('rectangle'), erase, from: point, to: point }),
  z.strictObject({ tool: z.literal('lasso'), erase, points: z.array(point).readonly() }),
  z.strictObject({ tool: z.literal('invert') }),
  z.strictObject({ tool: z.literal('clear') }),
])
