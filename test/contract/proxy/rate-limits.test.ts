import { afterEach, expect, test } from 'vitest'
import { errorSchema } from '#contract/http-wire.ts'
import { newToken } from '#proxy/members/token.ts'
import { addMember } from '#support/add-member.ts'
import { createHandEngine } from '#support/hand-engine.ts'
import { startTestProxy, type TestProxy } from '#support/start-test-proxy.ts'

let proxy: TestProxy
afterEach(() => proxy.close())

const limits = { upstreamConcurrency: null, upstreamImagesPerMinute: null, requestsPerMinute: 30, behindProxy: false }
const start = async (change: Partial<typeof limits> = {}): Promise<void> => {
  proxy = await startTestProxy({ parts: { engine: createHandEngine() }, limits: { ...limits, ...change } })
}

const ask = (token: string, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(`${proxy.url}/v1/jobs`, { headers: { authorization: `Bearer ${token}`, ...headers } })

async function statuses(count: number, one: (index: number) => Promise<Response>): Promise<number[]> {
  const found: number[] = []
  for (let index = 0; index < count; index++) found.push((await one(index)).status)
  return found
}

test('a member is told to wait after so many requests in a minute; others and /healthz are not', async () => {
  await start()
  expect(await statuses(30, () => ask(proxy.token))).toEqual(Array(30).fill(200))
  const refused = await ask(proxy.token)
  expect(refused.status).toBe(429)
  const seconds = Number(refused.headers.get('retry-after'))
  expect(seconds).toBeGreaterThan(0)
  expect(seconds).toBeLessThanOrEqual(60)
  const { error } = errorSchema.parse(await refused.json())
  expect(error).toMatchObject({ code: 'too_many_requests', details: { seconds }, retryable: true })
  expect((await ask(await addMember({ dataDir: proxy.dataDir, databaseUrl: null }, 'other', 0))).status).toBe(200)
  expect(await statuses(40, () => fetch(`${proxy.url}/healthz`))).toEqual(Array(40).fill(200))
})

test('an address that tries wrong tokens is told to wait; a right one still works from there', async () => {
  await start()
  expect(await statuses(20, () => ask(newToken()))).toEqual(Array(20).fill(401))
  const refused = await ask(newToken())
  expect(refused.status).toBe(429)
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(500)
  expect((await ask(proxy.token)).status).toBe(200)
})

test('behind a reverse proxy the address is the one that it wrote, not one the caller made up', async () => {
  await start({ behindProxy: true })
  const from = (made: string, seen: string) => ask(newToken(), { 'x-forwarded-for': `${made}, ${seen}` })
  expect(await statuses(21, (index) => from(`10.0.0.${index}`, '203.0.113.7'))).toContain(429)
  expect((await from('203.0.113.7', '203.0.113.8')).status).toBe(401)
  const network = (index: number) => from('10.0.0.1', `2001:db8:1:2::${index.toString(16)}`)
  expect(await statuses(21, network)).toContain(429)
  expect((await from('10.0.0.1', '2001:db8:1:3::1')).status).toBe(401)
})

test('not behind one, nobody can choose an address', async () => {
  await start()
  const from = (made: string) => ask(newToken(), { 'x-forwarded-for': made })
  expect(await statuses(21, (index) => from(`10.0.0.${index}`))).toContain(429)
})
