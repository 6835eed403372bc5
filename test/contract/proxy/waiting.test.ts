import { cp, rm } from 'node:fs/promises'
import { afterEach, describe, expect, test } from 'vitest'
import { AppError } from '#domain/app-error.ts'
import type { FailureDetails } from '#domain/failure.ts'
import type { Job } from '#domain/job.ts'
import { callProxy, type ProxyCalls, sampleSubmit } from '#support/call-proxy.ts'
import { databases } from '#support/databases.ts'
import type { Misbehaviour } from '#support/fake-openai/misbehaviour.ts'
import { startFakeOpenAI } from '#support/fake-openai/start-fake-openai.ts'
import { createHandEngine } from '#support/hand-engine.ts'
import { startTestProxy, type TestProxyOverrides, temporaryFolder } from '#support/start-test-proxy.ts'

const undo: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const step of undo.splice(0).toReversed()) await step()
})

async function start(overrides: TestProxyOverrides) {
  const proxy = await startTestProxy({ stopWaitMs: 0, ...overrides })
  undo.push(() => proxy.close())
  return { proxy, calls: callProxy((path, init) => fetch(proxy.url + path, init), proxy.token) }
}

async function startUpstream() {
  const upstream = await startFakeOpenAI()
  undo.push(() => upstream.close())
  const engine = { kind: 'openai' as const, apiKey: upstream.apiKey, baseUrl: upstream.url, timeoutMs: 20_000 }
  return { upstream, engine }
}

const refuse = (code: string, headers: Record<string, string> = {}, message = 'No.'): Misbehaviour => ({
  kind: 'error',
  status: 429,
  headers,
  body: { error: { message, type: 'image_generation_user_error', code, param: null } },
})

const rateLimited = (details: FailureDetails = {}) => new AppError('upstream_rate_limited', { details })

/** The job once it is back in line, waiting. */
async function waitingJob(calls: ProxyCalls, id: string): Promise<Job> {
  for await (const { job } of calls.watch(id)) if (job.waiting) return job
  throw new Error('The job ended without waiting')
}

const until = (job: Job): number => Date.parse(job.waiting?.until ?? '')

const limits: [string, Record<string, string>, number, number][] = [
  ['in seconds', { 'retry-after': '1' }, 1_000, 1_100],
  ['in milliseconds', { 'retry-after': '30', 'retry-after-ms': '300' }, 300, 330],
  ['not at all', {}, 1_000, 2_000],
]

test.each(limits)('a rate limit that tells its end %s is waited for', async (_, headers, least, most) => {
  const { upstream, engine } = await startUpstream()
  const { calls } = await start({ engine })
  upstream.next(refuse('rate_limit_exceeded', headers))
  const { id } = (await calls.submit(sampleSubmit())).value
  const told: Job[] = []
  for await (const { job } of calls.watch(id)) told.push(job)
  const waiting = told.find((job) => job.waiting)
  expect(waiting).toMatchObject({
    state: 'queued',
    waiting: { failure: { code: 'upstream_rate_limited', details: { tries: 1 } } },
  })
  const since = Date.parse(String(waiting?.waiting?.failure.details?.['since']))
  const waited = Date.parse(waiting?.waiting?.until ?? '') - since
  expect(waited).toBeGreaterThanOrEqual(least)
  expect(waited).toBeLessThanOrEqual(most)
  const done = told.at(-1)
  expect(done).toMatchObject({ state: 'done', waiting: null, failure: null })
  expect(Date.parse(done?.endedAt ?? '') - since).toBeGreaterThanOrEqual(waited)
  expect(upstream.calls).toHaveLength(2)
  expect(upstream.bill().calls).toBe(1)
  expect((await calls.usage()).value.budget).toMatchObject({ reserved: 0, settled: upstream.bill().microDollars })
})

const final: [string, Misbehaviour, string][] = [
  [
    'an account without access',
    refuse('rate_limit_exceeded', {}, 'Limit 0, Used 0, Requested 1.'),
    'upstream_no_access',
  ],
  ['an empty account', refuse('insufficient_quota', { 'retry-after': '1' }), 'upstream_quota'],
]

test.each(final)('%s is not waited for', async (_, misbehaviour, code) => {
  const { upstream, engine } = await startUpstream()
  const { calls } = await start({ engine })
  upstream.next(misbehaviour)
  const { id } = (await calls.submit(sampleSubmit())).value
  expect(await calls.ended(id)).toMatchObject({ state: 'failed', failure: { code }, mayHaveBeenCharged: false })
  expect(upstream.calls).toHaveLength(1)
  expect((await calls.usage()).value.budget.reserved).toBe(0)
})

test('an upstream that cannot be reached is waited for', async () => {
  const { upstream, engine } = await startUpstream()
  await upstream.close()
  const { calls } = await start({ engine })
  const { id } = (await calls.submit(sampleSubmit())).value
  expect((await waitingJob(calls, id)).waiting?.failure.code).toBe('upstream_unreachable')
  await upstream.open()
  expect(await calls.ended(id)).toMatchObject({ state: 'done' })
  expect(upstream.bill().calls).toBe(1)
})

describe.each(databases)('waiting on $name', ({ create }) => {
  async function startByHand() {
    const database = await create()
    undo.push(() => database.drop())
    const engine = createHandEngine({ simulated: false })
    return { ...(await start({ ...database.config, parts: { engine } })), engine }
  }

  test('while a rate limit is waited for, no other job is sent', async () => {
    const { calls, engine } = await startByHand()
    const first = (await calls.submit(sampleSubmit())).value
    ;(await engine.call(0)).fail(rateLimited({ retryAfterSeconds: 1 }))
    const waiting = await waitingJob(calls, first.id)
    const second = (await calls.submit(sampleSubmit())).value
    await (await engine.call(1)).answer()
    await (await engine.call(2)).answer()
    for (const id of [first.id, second.id]) {
      const job = await calls.ended(id)
      expect(job.state).toBe('done')
      expect(Date.parse(job.endedAt ?? '')).toBeGreaterThan(until(waiting))
    }
    expect(engine.calls).toHaveLength(3)
  })

  test('a job that waits can be cancelled for nothing', async () => {
    const { calls, engine } = await startByHand()
    const { id } = (await calls.submit(sampleSubmit())).value
    ;(await engine.call(0)).fail(rateLimited({ retryAfterSeconds: 60 }))
    await waitingJob(calls, id)
    expect((await calls.cancel(id)).value).toMatchObject({ job: { state: 'cancelled', waiting: null } })
    expect((await calls.usage()).value.budget).toMatchObject({ reserved: 0, settled: 0 })
  })

  test('an absurd time is not waited out', async () => {
    const { calls, engine } = await startByHand()
    const { id } = (await calls.submit(sampleSubmit())).value
    ;(await engine.call(0)).fail(rateLimited({ retryAfterSeconds: 1_000_000 }))
    expect(until(await waitingJob(calls, id)) - Date.now()).toBeLessThan(12 * 60_000)
  })

  test('a job cancelled after it was sent is not sent again when it is refused, and costs nothing', async () => {
    const { calls, engine } = await startByHand()
    const { id } = (await calls.submit(sampleSubmit())).value
    const call = await engine.call(0)
    const { said, job } = (await calls.cancel(id)).value
    expect([job.state, said]).toEqual(['running', expect.stringContaining('may be charged')])
    call.fail(rateLimited({ retryAfterSeconds: 0.2 }))
    expect(await calls.ended(id)).toMatchObject({ state: 'cancelled', mayHaveBeenCharged: false })
    const other = (await calls.submit(sampleSubmit())).value
    await (await engine.call(1)).answer()
    expect(await calls.ended(other.id)).toMatchObject({ state: 'done' })
    expect(engine.calls).toHaveLength(2)
    const { price } = (await calls.job(other.id)).value
    expect((await calls.usage()).value.budget).toMatchObject({ reserved: 0, settled: price.charged })
  })
})

test('a simulated picture cannot be stopped either, and costs nothing', async () => {
  const engine = createHandEngine()
  const { calls } = await start({ parts: { engine } })
  const { id } = (await calls.submit(sampleSubmit())).value
  const call = await engine.call(0)
  expect((await calls.cancel(id)).value.said).toContain('costs nothing')
  await call.answer()
  expect(await calls.ended(id)).toMatchObject({ state: 'done' })
})

test('a job that waits still waits after a power cut, and is then sent', async () => {
  const engine = createHandEngine({ simulated: false })
  const before = await start({ parts: { engine } })
  const { id } = (await before.calls.submit(sampleSubmit())).value
  ;(await engine.call(0)).fail(rateLimited({ retryAfterSeconds: 100 }))
  const waiting = await waitingJob(before.calls, id)
  const dataDir = await temporaryFolder()
  undo.push(() => rm(dataDir, { recursive: true, force: true }))
  await cp(before.proxy.dataDir, dataDir, { recursive: true })

  let skew = 0
  const next = createHandEngine({ simulated: false })
  const { calls } = await start({ dataDir, parts: { engine: next, clock: () => new Date(Date.now() + skew) } })
  expect((await calls.job(id)).value).toMatchObject({ state: 'queued', waiting: waiting.waiting })
  skew = 200_000
  await (await next.call(0)).answer()
  expect(await calls.ended(id)).toMatchObject({ state: 'done' })
  expect(next.calls).toHaveLength(1)
})
