import fc from 'fast-check'
import { z } from 'zod'
import { CONTRACT_VERSION, type Route, submitJobSchema } from '#contract/http-wire.ts'
import { anyOfSchema } from './any-of-schema.ts'
import { sampleSubmit } from './call-proxy.ts'

export interface Sent {
  method: string
  path: string
  headers: Record<string, string>
  body?: BodyInit
}

const jobIds = ['aaaaaaaaaaaaaaaaaaaa', 'bbbbbbbbbbbbbbbbbbbb', 'cccccccccccccccccccc']
const anyId = fc.oneof(
  fc.constantFrom(...jobIds),
  fc.stringMatching(/^[A-Za-z0-9_-]{16,64}$/),
  fc.stringMatching(/^[0-9a-f]{64}$/),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 40 }).map((text) => encodeURIComponent(text)),
  fc.constantFrom('..', '.', '%2e%2e%2f%2e%2e%2fetc%2fpasswd', '%00', '%ff', 'undefined', '__proto__'),
)
const anyIndex = fc.oneof(fc.nat(11).map(String), fc.constantFrom('-1', '0.5', '1e3', '%20', '%ff', '..', 'NaN'))
export const headerText = fc.stringMatching(/^[ -~]{0,40}$/).map((text) => text.trim())
export const anyHeaders = fc.dictionary(
  fc.constantFrom('range', 'if-range', 'if-none-match', 'last-event-id', 'content-type', 'x-forwarded-for', 'origin'),
  fc.oneof(headerText, fc.constantFrom('bytes=0-', 'bytes=5-2', 'bytes=-99999999', 'bytes=0-0,2-3', '*', '-1')),
  { maxKeys: 2 },
)
const signatures = [[], [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a], [0xff, 0xd8, 0xff], [0x47, 0x49, 0x46, 0x38]]
const anyBytes = fc
  .tuple(fc.constantFrom(...signatures), fc.uint8Array({ maxLength: 200 }))
  .map(([head, rest]) => new Uint8Array([...head, ...rest]))

/** A schema makes up a version, prices and references; this one has the real ones where there are any. */
function agreed(body: unknown): unknown {
  const batch = z.object({ jobs: z.array(z.looseObject({ id: z.string() })) }).safeParse(body)
  if (batch.success) {
    const jobs = batch.data.jobs.map((job) => withoutVersion(agreed({ ...job, contractVersion: 0 }), job.id))
    return { contractVersion: CONTRACT_VERSION, jobs }
  }
  const { id: _, ...rest } = node.safeParse(body).data ?? {}
  const submit = submitJobSchema.safeParse(rest)
  if (!submit.success) return body
  try {
    return sampleSubmit({ ...submit.data.brief, references: [] }, submit.data.frame)
  } catch {
    return { ...submit.data, contractVersion: CONTRACT_VERSION }
  }
}

function withoutVersion(body: unknown, id: string): unknown {
  const { contractVersion: _, ...rest } = node.safeParse(body).data ?? {}
  return { ...rest, id }
}

const node = z.record(z.string(), z.unknown())
/** The body with one of its values, at any depth, replaced. */
function broken(body: unknown, keys: readonly number[], value: unknown): unknown {
  const fields = node.safeParse(body)
  const [first, ...rest] = keys
  if (!fields.success || first === undefined) return value
  const names = Object.keys(fields.data)
  const name = names[first % Math.max(1, names.length)]
  return name === undefined ? value : { ...fields.data, [name]: broken(fields.data[name], rest, value) }
}

function bodiesOf({ body }: Route): fc.Arbitrary<BodyInit | undefined> {
  if (body === undefined) return fc.constant(undefined)
  if (body === 'bytes') return anyBytes
  const valid = fc.oneof(anyOfSchema(body), fc.constant(sampleSubmit())).map(agreed)
  const keys = fc.array(fc.nat(20), { minLength: 1, maxLength: 5 })
  const mutated = fc
    .tuple(valid, keys, fc.oneof(fc.jsonValue(), fc.string({ unit: 'binary' })))
    .map(([whole, path, value]) => broken(whole, path, value))
  return fc.oneof(
    { weight: 3, arbitrary: valid.map((value) => JSON.stringify(value)) },
    mutated.map((value) => JSON.stringify(value) ?? ''),
    fc.json(),
    anyBytes,
  )
}

function queriesOf({ query }: Route): fc.Arbitrary<string> {
  const made = query ? anyOfSchema(query) : fc.constant({})
  const texts = made.map((value) =>
    new URLSearchParams(Object.entries(node.parse(value)).map(([name, one]) => [name, String(one)])).toString(),
  )
  return fc.oneof(fc.constant(''), texts, fc.webQueryParameters())
}

/** Any request to a route: as its schemas say, with something changed, or with anything at all in its place. */
export const requestsOf = (route: Route): fc.Arbitrary<Sent> =>
  fc
    .record({ id: anyId, index: anyIndex, query: queriesOf(route), headers: anyHeaders, body: bodiesOf(route) })
    .map(({ id, index, query, headers, body }) => ({
      method: route.method,
      path: `${route.path.replace(':id', id).replace(':index', index)}?${query}`,
      headers,
      ...(body === undefined ? {} : { body }),
    }))
