import { z } from 'zod'
import { checkFiles } from './check-files.ts'
import type { Edited } from './draw-edit.ts'
import type { Extent } from './extent.ts'
import { FAKE_MODELS } from './model-list.ts'
import { VALIDATORS } from './published-schema.ts'
import type { SentCall } from './read-call.ts'
import { type Refusal, refusal, userRefusal } from './refusal.ts'
import { readSize } from './size-refusal.ts'

const termsSchema = z.object({
  model: z.string(),
  prompt: z.string(),
  n: z.number().default(1),
  size: z.string().default('auto'),
  quality: z.string().default('auto'),
  background: z.string().default('auto'),
  output_format: z.enum(['png', 'jpeg', 'webp']).default('png'),
  stream: z.boolean().default(false),
  partial_images: z.number().default(0),
  input_fidelity: z.string().nullish(),
})
type Terms = z.infer<typeof termsSchema>

/** A call that is accepted: what to draw and what to bill. */
export interface Order extends Omit<Terms, 'size'> {
  endpoint: SentCall['endpoint']
  size: Extent
  axis: number
  references: Extent[]
  /** Pictures billed as input. */
  billedInputs: Extent[]
  /** Null without a mask. */
  edited: Edited | null
}

/** `billsMasks`: a mask is billed as one more picture. */
export async function checkCall(call: SentCall, billsMasks: boolean): Promise<Order | Refusal> {
  const misfit = checkSchema(call)
  if (misfit) return misfit
  const parsed = termsSchema.safeParse(call.fields)
  if (!parsed.success) return refusal(400, 'missing_required_parameter', 'Missing a required parameter.')
  const terms = parsed.data
  const size = readSize(terms.size)
  if ('status' in size) return size
  const quality = terms.quality === 'auto' ? 'medium' : terms.quality
  const misuse = checkTerms(terms, quality)
  if (misuse) return misuse
  const files = call.endpoint === 'edits' ? await checkFiles(call) : { references: [], edited: null }
  if ('status' in files) return files
  const axis = FAKE_MODELS.get(terms.model)?.axis[quality] ?? 0
  const { references, edited } = files
  const billedInputs = edited && billsMasks ? [...references, ...references.slice(0, 1)] : references
  return { ...terms, endpoint: call.endpoint, quality, size, axis, references, billedInputs, edited }
}

function checkSchema({ endpoint, fields, files }: SentCall): Refusal | null {
  const images = files.filter(({ field }) => field.startsWith('image')).map(({ name }) => name)
  const others = files.filter(({ field }) => !field.startsWith('image')).map(({ field, name }) => [field, name])
  const sent = {
    ...fields,
    ...Object.fromEntries(others),
    ...(endpoint === 'edits' ? { image: images.slice(0, 16) } : {}),
  }
  const validate = VALIDATORS[endpoint]
  if (validate(sent)) return null
  const { keyword, params, instancePath, message = '' } = validate.errors?.[0] ?? {}
  const extra = z.object({ additionalProperty: z.string() }).safeParse(params).data?.additionalProperty
  if (extra !== undefined) return refusal(400, 'unknown_parameter', `Unknown parameter: '${extra}'.`, { param: extra })
  const param = instancePath?.split('/')[1] ?? ''
  const code = keyword === 'required' ? 'missing_required_parameter' : 'invalid_value'
  return refusal(400, code, `Invalid value for '${param}': ${message}.`, { param })
}

function checkTerms(terms: Terms, quality: string): Refusal | null {
  const { model, prompt, background, output_format: format } = terms
  const row = FAKE_MODELS.get(model)
  if (!row)
    return refusal(404, 'model_not_found', `The model '${model}' does not exist or you do not have access to it.`)
  const { length } = [...prompt]
  if (length < 1 || length > 32_000) {
    const text = `Invalid 'prompt': expected 1 to 32000 characters, got ${length}.`
    return refusal(400, 'string_above_max_length', text, { param: 'prompt' })
  }
  if (terms.input_fidelity) {
    const text = `The model '${model}' does not support the 'input_fidelity' parameter.`
    return userRefusal('invalid_input_fidelity_model', text)
  }
  if (row.axis[quality] === undefined) {
    return userRefusal('invalid_value', `Quality '${quality}' is not supported for this model.`, 'quality')
  }
  if (background !== 'transparent') return null
  if (!row.transparent) return userRefusal('invalid_value', 'Transparent background is not supported for this model.')
  return format === 'jpeg' ? userRefusal('invalid_value', 'Transparent background needs png or webp.') : null
}
