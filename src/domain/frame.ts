import { z } from 'zod'

/** Where the picture goes: the target's size in Figma units. `planSize` refuses sizes that make no sense. */
export const frameSchema = z.strictObject({
  width: z.number(),
  height: z.number(),
  /** The layer's name, to recognise it in lists. */
  name: z.string().max(500).default(''),
  /** The Figma node id; absent when the job does not come from a canvas. */
  nodeId: z.string().max(200).optional(),
})
export type Frame = z.infer<typeof frameSchema>
