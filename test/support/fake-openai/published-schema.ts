import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { z } from 'zod'

const documentSchema = z.object({
  $defs: z.record(z.string(), z.record(z.string(), z.unknown())),
})

const published = documentSchema.parse(
  JSON.parse(readFileSync(new URL('../../fixtures/openai-images.schema.json', import.meta.url), 'utf8')),
).$defs

type Schema = Record<string, unknown>

const requestSchema = z.object({ properties: z.record(z.string(), z.unknown()) }).loose()

const QUALITIES = ['low', 'medium', 'high', 'xhigh', 'max', 'auto']
/** Parameters the API has taken since the schema was published. */
const NEWER = { safety_identifier: { type: 'string', maxLength: 64 }, quality: { enum: QUALITIES } }
/** In the published schema for older models; the API answers `unknown_parameter`. */
const REFUSED = ['response_format', 'style']

/** A published request brought up to date: newer parameters, and none that is not listed. */
function request(name: string): Schema {
  const { properties, ...rest } = requestSchema.parse(published[name])
  const kept = Object.entries(properties).filter(([key]) => !REFUSED.includes(key))
  return { ...rest, properties: { ...Object.fromEntries(kept), ...NEWER }, additionalProperties: false }
}

/** A published answer brought up to date: any size and the newer qualities. */
function answer(name: string): Schema {
  return z.record(z.string(), z.unknown()).parse(
    JSON.parse(JSON.stringify(published[name]), (key, value: unknown) => {
      if (key === 'size') return { type: 'string', pattern: '^(auto|\\d+x\\d+)$' }
      return key === 'quality' ? { enum: QUALITIES } : value
    }),
  )
}

const ajv = new Ajv2020({ strict: false, validateFormats: false })

/** Validators of what goes in and what comes out, by endpoint. */
export const VALIDATORS = {
  generations: ajv.compile(request('CreateImageRequest')),
  edits: ajv.compile(request('CreateImageEditRequest')),
  answer: ajv.compile(answer('ImagesResponse')),
  generationEvent: ajv.compile(answer('ImageGenStreamEvent')),
  editEvent: ajv.compile(answer('ImageEditStreamEvent')),
}
