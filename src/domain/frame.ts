import { z } from 'zod'
import { fileIdSchema } from './file-id.ts'

/** Where the picture goes: the target's size in Figma units. `planSize` refuses sizes that make no sense. */
export const frameSchema = z.strictObject({
  width: z.number(),
  height: z.number(),
  /** The layer's name, to recognise it in lists. */
  name: z.string().max(500).default(''),
  /** The Figma node id; absent when the job does not come from a canvas. */
  nodeId: z.string().max(200).optional(),
  /** The Figma file that node is in; absent when that is not known. */
  fileId: fileIdSchema.optional(),
})
export type Frame = z.infer<typeof frameSchema>
