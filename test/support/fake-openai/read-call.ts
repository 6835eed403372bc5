import type { IncomingMessage } from 'node:http'
import { z } from 'zod'
import { type Refusal, refusal } from './refusal.ts'

/** A file of a multipart body. */
export interface SentFile {
  field: string
  name: string
  type: string
  bytes: Uint8Array
}

/** A call as it came, before it is judged. */
export interface SentCall {
  endpoint: 'generations' | 'edits'
  fields: Record<string, unknown>
  files: SentFile[]
}

const WHOLE = ['n', 'partial_images', 'output_compression']
const FLAGS = ['stream']

export async function readCall(endpoint: SentCall['endpoint'], incoming: IncomingMessage): Promise<SentCall | Refusal> {
  const chunks: Uint8Array[] = []
  for await (const chunk of incoming) chunks.push(z.instanceof(Uint8Array).parse(chunk))
  const body = Buffer.concat(chunks)
  const type = incoming.headers['content-type'] ?? ''
  const wanted = endpoint === 'edits' ? 'multipart/form-data' : 'application/json'
  if (!type.startsWith(wanted)) return refusal(400, 'invalid_content_type', `Expected ${wanted}, got '${type}'.`)
  return endpoint === 'edits' ? readForm(body, type) : readJson(body)
}

function readJson(body: Buffer): SentCall | Refusal {
  try {
    const fields = z.record(z.string(), z.unknown()).parse(JSON.parse(body.toString('utf8')))
    return { endpoint: 'generations', fields, files: [] }
  } catch {
    return refusal(400, null, 'We could not parse the JSON body of your request.')
  }
}

async function readForm(body: Buffer, type: string): Promise<SentCall | Refusal> {
  const form = await new Response(new Uint8Array(body), { headers: { 'content-type': type } })
    .formData()
    .catch(() => null)
  if (!form) return refusal(400, null, 'We could not parse the multipart body of your request.')
  const call: SentCall = { endpoint: 'edits', fields: {}, files: [] }
  for (const [field, value] of form) {
    if (typeof value === 'string') call.fields[field] = typed(field, value)
    else call.files.push({ field, name: value.name, type: value.type, bytes: await value.bytes() })
  }
  return call
}

/** A form carries text only; numbers and flags are read as the API reads them. */
function typed(field: string, value: string): unknown {
  if (WHOLE.includes(field) && /^\d+$/.test(value)) return Number(value)
  if (FLAGS.includes(field) && /^(true|false)$/.test(value)) return value === 'true'
  return value
}
