import type { Brief } from '#domain/brief.ts'
import type { Reference } from '#domain/reference.ts'
import { foregroundOf } from './backdrop-layers.ts'
import type { SeenBackdrop } from './backdrop-state.ts'

/** A brief with what stands in front of its background, in place of what stood there before. */
export function withForeground(brief: Brief, { layers, into, foreground: picture }: SeenBackdrop): Brief {
  const references = brief.references.filter(({ role }) => role !== 'foreground')
  const foreground = foregroundOf(layers, into.id)
  if (!picture) return { ...brief, foreground, references }
  const { id: imageId, width, height } = picture
  const reference: Reference = { imageId, role: 'foreground', width, height, name: 'What stands in front' }
  return { ...brief, foreground, references: [...references, reference] }
}
