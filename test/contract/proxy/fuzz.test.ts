import { rm } from 'node:fs/promises'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { createApp } from '#proxy/app.ts'
import { openServices, type Services } from '#proxy/services.ts'
import { sampleSubmit } from '#support/call-proxy.ts'
import { createHandEngine } from '#support/hand-engine.ts'
import { temporaryFolder, testConfig } from '#support/start-test-proxy.ts'

const lines: string[] = []
let dataDir: string
let services: Services

beforeAll(async () => {
  dataDir = await temporaryFolder()
  const config = testConfig(dataDir, { logLevel: 'error', stopWaitMs: 0 })
  services = await openServices(config, {
    engine: createHandEngine(),
    logTo: { write: (line) => void lines.push(line) },
  })
})
afterAll(async () => {
  await services.close()
  await rm(dataDir, { recursive: true, force: true })
})

async function statusOf(path: string, init: RequestInit): Promise<number> {
  const headers = { authorization: `Bearer ${services.members.localToken ?? ''}` }
  const response = await createApp(services).request(path, { ...init, headers })
  await response.body?.cancel()
  return response.status
}

const job = '/v1/jobs/aaaaaaaaaaaaaaaaaaaa'
const signatures = [[], [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a], [0xff, 0xd8, 0xff], [0x47, 0x49, 0x46, 0x38]]
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

const cases: [string, fc.Arbitrary<{ path: string; method: string; body?: BodyInit }>][] = [
  ['any JSON as a job', fc.json().map((body) => ({ path: job, method: 'PUT', body }))],
  [
    'a job with one wrong value',
    fc
      .tuple(
        fc.array(fc.nat(20), { minLength: 1, maxLength: 4 }),
        fc.oneof(fc.jsonValue(), fc.string({ unit: 'binary' })),
      )
      .map(([keys, value]) => ({
        path: job,
        method: 'PUT',
        body: JSON.stringify(broken(sampleSubmit(), keys, value)),
      })),
  ],
  [
    'any bytes as a picture',
    fc
      .tuple(fc.constantFrom(...signatures), fc.uint8Array({ maxLength: 200 }))
      .map(([head, rest]) => ({ path: '/v1/images', method: 'POST', body: new Uint8Array([...head, ...rest]) })),
  ],
  [
    'any path',
    fc
      .tuple(fc.webPath(), fc.webQueryParameters(), fc.constantFrom('GET', 'PUT', 'POST', 'DELETE', 'PATCH'))
      .map(([path, query, method]) => ({ path: `/v1/${path}?${query}`, method })),
  ],
]

test.each(cases)('%s is answered and never breaks the proxy', async (_, arbitrary) => {
  const check = fc.asyncProperty(arbitrary, async ({ path, ...init }) => {
    expect(await statusOf(path, init)).toBeLessThan(500)
  })
  await fc.assert(check, { numRuns: 150 })
  expect(lines).toEqual([])
})
