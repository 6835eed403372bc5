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
  /** No longer known. */
  z.object({ how: z.literal('lost') }),
])
/** What stood in the place of a picture before it came. */
export type Before = z.infer<typeof stepSchema>
export type LinkedStyle = z.infer<typeof styleSchema>

const storedSchema = z.object({ version: z.literal(1), steps: z.array(stepSchema) })

/** Figma keeps at most 100 kB an entry; a character takes at most three bytes of UTF-8. */
const MAX_LENGTH = 30_000

/** What gives way first: characters kept of each text people wrote, then links to styles. */
const SHORTER = [
  { words: 1_000, links: true },
  { words: 100, links: true },
  { words: 0, links: true },
  { words: 0, links: false },
]
type Shorter = (typeof SHORTER)[number]

const LOST: Before = { how: 'lost' }

/**
 * The text to store on a layer, newest step last. When it would not fit, words are cut, then steps after the first give
 * way to one that says that they are lost.
 */
export function writeBefore(steps: readonly Before[]): string {
  const shorter = SHORTER.map((limits) => steps.map((step) => shorten(step, limits)))
  const whole = [steps, ...shorter].find(fits)
  return toText(whole ?? dropped(shorter.at(-1) ?? []))
}

const toText = (steps: readonly Before[]) => JSON.stringify({ version: 1, steps })
const fits = (steps: readonly Before[]) => toText(steps).length <= MAX_LENGTH

/** The first step and as many of the newest as fit. */
function dropped([first = LOST, ...others]: readonly Before[]): readonly Before[] {
  const rest = others.filter(({ how }) => how !== 'lost')
  const kept = (head: readonly Before[]) => rest.map((_, from) => [...head, ...rest.slice(from)]).find(fits)
  return kept([first, LOST]) ?? kept([LOST]) ?? [LOST]
}

function shorten(step: Before, { words, links }: Shorter): Before {
  if (step.how === 'made' || step.how === 'lost') return step
  const style = links ? step.style : null
  if (step.how === 'added') return { ...step, style }
  const cut = (text: string) => (text.length > words ? `${text.slice(0, words)}…` : text)
  const { provenance, review } = step
  return {
    ...step,
    style,
    provenance: provenance && {
      ...provenance,
      idea: cut(provenance.idea),
      keep: words === 0 ? [] : provenance.keep.map(cut),
    },
    review: review && { ...review, note: cut(review.note) },
  }
}

/** What stood there before, newest step last; empty when nothing is remembered, lost where this version cannot read it. */
export function readBefore(text: string): Before[] {
  if (text === '') return []
  try {
    const parsed = storedSchema.safeParse(JSON.parse(text))
    return parsed.success ? parsed.data.steps : [LOST]
  } catch {
    return [LOST]
  }
}

/** Provenance small enough to be kept beside what it was placed over. */
export function withoutPrompt({ prompt: _, ...rest }: Provenance): Provenance {
  return rest
}
