import { z } from 'zod'
import { imageIdSchema } from './image.ts'

interface RoleRow {
  label: string
  /** What the model is told to take from the image. */
  instruction: string
}

/** What a reference contributes. One row per role. */
export const ROLES = {
  subject: { label: 'Subject', instruction: 'the subject; keep its identity, shape, colours and markings' },
  style: { label: 'Style', instruction: 'style only; take its look, not its content' },
  composition: { label: 'Composition', instruction: 'composition only; take its arrangement and framing' },
  palette: { label: 'Palette', instruction: 'colours only; take its palette' },
  material: { label: 'Material', instruction: 'material and texture only' },
  logo: { label: 'Logo', instruction: 'a logo; reproduce it exactly, undistorted' },
  background: { label: 'Background', instruction: 'the background; place the scene in it' },
} as const satisfies Record<string, RoleRow>

export type Role = keyof typeof ROLES
export const roleSchema = z.enum(Object.keys(ROLES) as [Role, ...Role[]])

export const referenceSchema = z.strictObject({
  imageId: imageIdSchema,
  role: roleSchema,
  /** Pixels of the image as the proxy keeps it: they decide what it costs to send. */
  width: z.int().positive(),
  height: z.int().positive(),
  /** Where it came from, to recognise it in the list. */
  name: z.string().max(500).default(''),
})
/** An image sent along, and what it contributes. */
export type Reference = z.infer<typeof referenceSchema>
