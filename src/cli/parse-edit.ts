import { parseArgs } from 'node:util'
import type { Brief } from '#domain/brief.ts'
import { colourSchema } from '#domain/edits/cutout.ts'
import type { Edit } from '#domain/edits/edit.ts'
import { VERBS, type Verb, verbSchema } from '#domain/edits/verb.ts'
import { DEFAULT_MODEL_ID, findModel } from '#domain/models.ts'
import { stageSchema } from '#domain/stage.ts'
import { parseChoice } from './parse-choice.ts'
import { parseCount } from './parse-count.ts'
import { UsageError } from './usage-error.ts'

const options = {
  image: { type: 'string' },
  mask: { type: 'string' },
  change: { type: 'string' },
  keep: { type: 'string', multiple: true, default: [] as string[] },
  avoid: { type: 'string', multiple: true, default: [] as string[] },
  verb: { type: 'string', default: 'change' },
  whole: { type: 'boolean', default: false },
  'no-match': { type: 'boolean', default: false },
  matte: { type: 'string', default: '#ffffff' },
  stage: { type: 'string', default: 'draft' },
  count: { type: 'string', default: '1' },
  model: { type: 'string', default: DEFAULT_MODEL_ID },
  raw: { type: 'boolean', default: false },
  out: { type: 'string', default: '.' },
  json: { type: 'boolean', default: false },
} as const

const parseOptions = (args: string[]) => parseArgs({ args, options }).values
type Values = ReturnType<typeof parseOptions>

function parseMatte(text: string): string {
  const colour = colourSchema.safeParse(text.toLowerCase())
  if (!colour.success) throw new UsageError('--matte takes a colour such as #ffffff.')
  return colour.data
}

function parseVerb({ verb: text, mask }: Values): Verb {
  const verb = parseChoice('verb', verbSchema.options, text)
  if (VERBS[verb].mask === 'needed' && mask === undefined)
    throw new UsageError(
      `--verb ${verb} needs --mask: a PNG of the picture’s size, see-through or black where it may change.`,
    )
  return verb
}

function parseBrief(values: Values): Brief {
  const { change = '', keep, avoid } = values
  if (change.trim() === '') throw new UsageError('--change says what to change; it cannot be empty.')
  return {
    mode: 'edit',
    idea: change,
    fields: {},
    exactTexts: [],
    keep: keep.length > 0 ? [...keep, ...VERBS[parseVerb(values)].keep] : [],
    avoid,
    references: [],
    edit: null,
    cutout: null,
    foreground: [],
    render: {
      stage: parseChoice('stage', stageSchema.options, values.stage),
      model: findModel(values.model).id,
      count: parseCount('count', values.count, 1, 10),
      target: { kind: 'scale', scale: 1 },
      format: 'png',
      background: 'opaque',
      partialImages: 0,
    },
  }
}

export interface EditWanted {
  /** Paths. */
  image: string
  mask: string | undefined
  out: string
  /** How the picture is edited. */
  how: Pick<Edit, 'verb' | 'whole' | 'match' | 'matte'>
  /** What is asked for; its edit is null until the pictures are uploaded. */
  brief: Brief
  raw: boolean
  json: boolean
}

/** The options of `edit`. Throws UsageError. */
export function parseEdit(args: string[]): EditWanted {
  const values = parseOptions(args)
  const { image, mask, out, raw, json } = values
  if (!image) throw new UsageError('--image names the picture to edit.')
  const matte = parseMatte(values.matte)
  const how = { verb: parseVerb(values), whole: values.whole, match: !values['no-match'], matte }
  return { image, mask, out, how, brief: parseBrief(values), raw, json }
}
