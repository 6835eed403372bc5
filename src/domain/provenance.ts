import { z } from 'zod'
import { imageIdSchema } from './image.ts'
import { modeSchema } from './mode.ts'

const provenanceV1Schema = z.object({
  version: z.literal(1),
  jobId: z.string(),
  imageId: imageIdSchema,
  /** Which of the job's results, from 0. */
  resultIndex: z.int().nonnegative(),
  model: z.string(),
  engine: z.string(),
  simulated: z.boolean(),
  idea: z.string(),
  /** The whole prompt; left out when it would not fit in Figma's storage. */
  prompt: z.string().optional(),
  size: z.object({ width: z.int(), height: z.int() }),
  /** ISO time of placing. */
  placedAt: z.string(),
})

const provenanceV2Schema = provenanceV1Schema.extend({
  version: z.literal(2),
  mode: modeSchema,
  /** True when the model's own picture was placed, in which pixels outside the mask may have changed. */
  raw: z.boolean(),
  /** Of an edit: the picture it started from, as the proxy keeps it. */
  originalId: imageIdSchema.nullable(),
  keep: z.array(z.string()),
  /** Pixels outside the mask that differ from the original; null where nothing was protected. */
  changedOutside: z.int().nonnegative().nullable(),
})

/** What is remembered on a placed node. */
export type Provenance = z.infer<typeof provenanceV2Schema>
export const provenanceSchema = provenanceV2Schema

/** Nodes placed by an earlier version. */
const upgradedSchema = z.union([
  provenanceV2Schema,
  provenanceV1Schema.transform(
    (old): Provenance => ({
      ...old,
      version: 2,
      mode: 'create',
      raw: false,
      originalId: null,
      keep: [],
      changedOutside: null,
    }),
  ),
])

/** Figma keeps at most 100 kB an entry, key included; counted in UTF-8 bytes, with room to spare. */
const MAX_BYTES = 90_000

/** UTF-8 length without TextEncoder, which Figma's main thread lacks. */
function utf8Length(text: string): number {
  let bytes = 0
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
  }
  return bytes
}

/** The text to store on a node: the prompt, then the idea's end, give way when it would not fit. */
export function writeProvenance(provenance: Provenance): string {
  const whole = JSON.stringify(provenance)
  if (utf8Length(whole) <= MAX_BYTES) return whole
  const { prompt: _, ...rest } = provenance
  const short = JSON.stringify(rest)
  if (utf8Length(short) <= MAX_BYTES) return short
  return JSON.stringify({ ...rest, idea: rest.idea.slice(0, 5_000), keep: [] })
}

/** What a node remembers; null when it remembers nothing or something this version cannot read. */
export function readProvenance(text: string): Provenance | null {
  if (text === '') return null
  try {
    const parsed = upgradedSchema.safeParse(JSON.parse(text))
    return parsed.success ? parsed.data : null
  } catch {
    return null
  }
}
