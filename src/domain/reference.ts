import { z } from 'zod'
import { imageIdSchema } from './image.ts'

interface RoleRow {
  label: string
  /** What the model is told to take from the image. */
  instruction: string
  /** Whether a person gives it to a reference; the others are given by what the brief does. */
  chosen: boolean
}

/** What a reference contributes. One row per role. */
export const ROLES = {
  subject: {
    label: 'Subject',
    instruction: 'the subject; keep its identity, shape, colours and markings',
    chosen: true,
  },
  style: { label: 'Style', instruction: 'style only; take its look, not its content', chosen: true },
  composition: {
    label: 'Composition',
    instruction: 'composition only; take its arrangement and framing',
    chosen: true,
  },
  palette: { label: 'Palette', instruction: 'colours only; take its palette', chosen: true },
  material: { label: 'Material', instruction: 'material and texture only', chosen: true },
  logo: { label: 'Logo', instruction: 'a logo; reproduce it exactly, undistorted', chosen: true },
  background: { label: 'Background', instruction: 'the background; place the scene in it', chosen: true },
  foreground: {
    label: 'Foreground',
    instruction:
      'what stands in front; do not draw it, but match its light, perspective and colours, and leave its places calm',
    chosen: false,
  },
  original: { label: 'Original', instruction: 'the picture to edit', chosen: false },
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
