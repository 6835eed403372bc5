import { z } from 'zod'

/** As far as a plugin tells of a layer that sticks out, and a little more. */
const share = z.number().min(-12).max(12)

/** A layer that stands in front of a background, and its box in 0..1 of the frame; it can stick out. */
export const foregroundSchema = z.strictObject({
  name: z.string().max(500),
  /** Its words, when it is a text. */
  text: z.string().max(2_000).optional(),
  box: z.strictObject({ x: share, y: share, width: share, height: share }),
})
export type Foreground = z.infer<typeof foregroundSchema>
