import { z } from 'zod'
import { type Provenance, provenanceSchema } from './provenance.ts'
import { reviewSchema } from './review.ts'

const row = z.tuple([z.number(), z.number(), z.number()])

/** An image fill as Figma describes it; what this version does not know is kept as it is. */
const imagePaintSchema = z.looseObject({
  type: z.literal('IMAGE'),
  scaleMode: z.enum(['FILL', 'FIT', 'CROP', 'TILE']),
  imageHash: z.string().nullable(),
  imageTransform: z.tuple([row, row]).exactOptional(),
})

const styleSchema = z.object({
  id: z.string(),
  /** The fills it gave, as JSON: only over these the link comes back. */
  fills: z.string(),
})

const stepSchema = z.discriminatedUnion('how', [
  /** The picture was laid over the other fills. */
  z.object({ how: z.literal('added'), style: styleSchema.nullable() }),
  z.object({
    how: z.literal('replaced'),
    /** The fill that made way, whole. */
    paint: imagePaintSchema,
    style: styleSchema.nullable(),
    /** How the picture of that fill was made, without its prompt; null when not here. */
    provenance: provenanceSchema.nullable(),
    /** What had been said of that picture. */
    review: reviewSchema.nullable(),
  }),
  /** The layer itself was made for the picture. */
  z.object({ how: z.literal('made') }),
])
/** What stood in the place of a picture before it came. */
export type Before = z.infer<typeof stepSchema>
export type LinkedStyle = z.infer<typeof styleSchema>

const storedSchema = z.object({ version: z.literal(1), steps: z.array(stepSchema) })

/** Figma keeps at most 100 kB an entry; a character takes at most three bytes of UTF-8. */
const MAX_LENGTH = 30_000

/** The text to store on a layer, newest step last; the oldest give way when it would not fit. */
export function writeBefore(steps: readonly Before[]): string {
  const text = JSON.stringify({ version: 1, steps })
  return text.length <= MAX_LENGTH || steps.length === 0 ? text : writeBefore(steps.slice(1))
}

/** What stood there before, newest step last; empty when nothing is remembered or this version cannot read it. */
export function readBefore(text: string): Before[] {
  if (text === '') return []
  try {
    const parsed = storedSchema.safeParse(JSON.parse(text))
    return parsed.success ? parsed.data.steps : []
  } catch {
    return []
  }
}

/** Provenance small enough to be kept beside what it was placed over. */
export function withoutPrompt({ prompt: _, ...rest }: Provenance): Provenance {
  return rest
}
