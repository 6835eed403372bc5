import { afterEach, expect, test } from 'vitest'
import { z } from 'zod'
import { callProxy, sampleSubmit } from '#support/call-proxy.ts'
import { type FakeOpenAI, startFakeOpenAI } from '#support/fake-openai/start-fake-openai.ts'
import { type FakeServer, startFakeServer } from '#support/fake-server.ts'
import { samplePng } from '#support/sample-images.ts'
import { startTestProxy, type TestProxy, type TestProxyOverrides } from '#support/start-test-proxy.ts'

const closing: { close(): Promise<void> }[] = []
afterEach(async () => {
  for (const one of closing.splice(0).toReversed()) await one.close()
})

const opened = <One extends { close(): Promise<void> }>(one: One): One => {
  closing.push(one)
  return one
}
const upstream = async (): Promise<FakeOpenAI> => opened(await startFakeOpenAI())
const answering = async (status: number, body: unknown = {}): Promise<FakeServer> =>
  opened(
    await startFakeServer((_, response) => {
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
    }),
  )
const over = async (baseUrl: string, apiKey: string, more: TestProxyOverrides = {}): Promise<TestProxy> =>
  opened(await startTestProxy({ engine: { kind: 'openai', apiKey, baseUrl, timeoutMs: 20_000 }, ...more }))

const readySchema = z.object({ ok: z.boolean(), checks: z.record(z.string(), z.string()) })
async function ready(proxy: TestProxy) {
  const response = await fetch(`${proxy.url}/readyz`)
  return { status: response.status, ...readySchema.parse(await response.json()) }
}

test('a proxy over a healthy upstream is ready, says so in sentences, and asked for no picture', async () => {
  const fake = await upstream()
  const said = await ready(await over(fake.url, fake.apiKey))
  expect(said).toMatchObject({
    status: 200,
    ok: true,
    checks: {
      database: 'The database answers.',
      images: 'Pictures can be kept and read.',
      upstream: 'The upstream answers and accepts the key.',
      organisation: expect.stringContaining('none was made yet'),
      disk: expect.stringMatching(/^Pictures take 0\.0 GB; \d+\.\d GB of the disk are free\.$/),
    },
  })
  expect(fake.calls).toHaveLength(0)
})

test.each([
  [401, 200, 'refuses the API key'],
  [403, 200, 'lists no models to it'],
  [404, 200, 'lists no models'],
  [500, 200, 'answers with an error (500)'],
])('an upstream that answers %i to a list of models makes it %i', async (answered, status, sentence) => {
  const said = await ready(await over((await answering(answered)).url, 'sk-planted-secret'))
  expect(said).toMatchObject({ status, checks: { upstream: expect.stringContaining(sentence) } })
  expect(JSON.stringify(said)).not.toContain('sk-planted')
})

test('an upstream that nobody listens at is told, and jobs are taken all the same', async () => {
  const gone = await startFakeServer(() => {})
  await gone.close()
  expect(await ready(await over(gone.url, 'sk-any'))).toMatchObject({
    status: 200,
    checks: { upstream: 'The upstream cannot be reached.' },
  })
})

test('of a list of models without end no more than a megabyte is read', async () => {
  let sent = 0
  const endless = opened(
    await startFakeServer((_, response) => {
      const line = Buffer.alloc(64 * 1024, ' ')
      const send = (): void => {
        do sent += line.length
        while (!response.destroyed && response.write(line))
      }
      response.writeHead(200, { 'content-type': 'application/json' })
      response.on('drain', send)
      send()
    }),
  )
  expect(await ready(await over(endless.url, 'sk-any'))).toMatchObject({ status: 200 })
  // What the two sockets hold comes on top.
  expect(sent).toBeLessThan(32_000_000)
})

test('the upstream is asked at most once a minute, however many ask', async () => {
  const fake = await answering(200, { data: [] })
  const proxy = await over(fake.url, 'sk-any')
  await Promise.all(Array.from({ length: 20 }, () => ready(proxy)))
  expect(fake.count()).toBe(1)
})

test('what the account may do is told from the last answer about it', async () => {
  const fake = await upstream()
  const proxy = await over(fake.url, fake.apiKey)
  const calls = callProxy((path, init) => fetch(proxy.url + path, init), proxy.token)
  const message = 'Your organization must be verified to use the model `gpt-image-2`.'
  const body = { error: { message, type: 'invalid_request_error', code: null, param: null } }
  fake.next({ kind: 'error', status: 403, body })
  await calls.ended((await calls.submit(sampleSubmit())).value.id)
  // A refusal that is about one request says nothing of the account.
  fake.next({ kind: 'error', status: 400, body: { error: { ...body.error, code: 'moderation_blocked' } } })
  await calls.ended((await calls.submit(sampleSubmit())).value.id)
  expect(await ready(proxy)).toMatchObject({
    status: 200,
    checks: { organisation: expect.stringMatching(/refusal: The OpenAI organisation is not verified/) },
  })
})

test('a model that is soon shut down is logged at the start', async () => {
  const soon = new Date(Date.now() + 10 * 86_400_000).toISOString().slice(0, 10)
  const data = [
    { id: 'gpt-image-2', shutdown_date: soon },
    { id: 'not-offered', shutdown_date: soon },
    { id: 'gpt-image-2.5-flare', shutdown_date: '2199-01-01' },
  ]
  const fake = await answering(200, { data })
  const warned = new Promise<unknown>((resolve) => {
    const logTo = {
      write: (line: string) => (line.includes('shut this model down') ? resolve(JSON.parse(line)) : null),
    }
    over(fake.url, 'sk-any', { logLevel: 'warn', parts: { logTo } }).catch(resolve)
  })
  expect(await warned).toMatchObject({ model: 'gpt-image-2', shutdownDate: soon })
})

test('over the disk limit it says so, and refuses new jobs and uploads but keeps and repeats what it took', async () => {
  const retention = { resultsDays: 30, uploadsDays: 7, diskLimitGb: 1e-6 }
  const proxy = opened(await startTestProxy({ retention }))
  const calls = callProxy((path, init) => fetch(proxy.url + path, init), proxy.token)
  const body = sampleSubmit()
  const { id } = (await calls.submit(body)).value
  const done = await calls.ended(id)
  expect(done.results[0]?.image.bytes).toBeGreaterThan(1000)
  const upload = await calls.refused('/v1/images', { method: 'POST', body: new Uint8Array(await samplePng(40, 40)) })
  const mask = await calls.refused('/v1/masks?width=96&height=64', { method: 'POST', body: new Uint8Array(4) })
  expect(mask).toMatchObject({ status: 507, value: { code: 'storage_limit' } })
  expect(upload).toMatchObject({ status: 507, value: { code: 'storage_limit' } })
  const submit = await calls.refused('/v1/jobs/aaaaaaaaaaaaaaaaaaaa', { method: 'PUT', body: JSON.stringify(body) })
  expect(submit).toMatchObject({ status: 507, value: { code: 'storage_limit' } })
  expect((await calls.submit(body, id)).value.id).toBe(id)
  expect((await calls.usage()).value).toMatchObject({ jobs: 1, budget: { reserved: 0 } })
  expect(await ready(proxy)).toMatchObject({
    status: 200,
    checks: { disk: expect.stringContaining('limit is reached') },
  })
})
