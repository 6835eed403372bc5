import { afterAll, beforeAll, expect, test } from 'vitest'
import type { FailureCode } from '#domain/failure.ts'
import { callProxy, type ProxyCalls, sampleSubmit } from '#support/call-proxy.ts'
import type { Misbehaviour } from '#support/fake-openai/misbehaviour.ts'
import { type FakeOpenAI, startFakeOpenAI } from '#support/fake-openai/start-fake-openai.ts'
import { sampleBrief } from '#support/sample-brief.ts'
import { startTestProxy, type TestProxy } from '#support/start-test-proxy.ts'

let upstream: FakeOpenAI
let proxy: TestProxy
let calls: ProxyCalls

beforeAll(async () => {
  upstream = await startFakeOpenAI()
  const engine = { kind: 'openai' as const, apiKey: upstream.apiKey, baseUrl: upstream.url, timeoutMs: 20_000 }
  proxy = await startTestProxy({ engine })
  calls = callProxy((path, init) => fetch(proxy.url + path, init), proxy.token)
})
afterAll(async () => {
  await proxy.close()
  await upstream.close()
})

const error = (status: number, code: string): Misbehaviour => ({
  kind: 'error',
  status,
  body: { error: { message: 'No.', type: 'image_generation_user_error', code, param: null } },
})

const cases: [string, Misbehaviour, FailureCode, 'released' | 'kept'][] = [
  ['a wrong key', error(401, 'invalid_api_key'), 'upstream_key_wrong', 'released'],
  ['an empty account', error(429, 'insufficient_quota'), 'upstream_quota', 'released'],
  ['a moderation refusal', error(400, 'moderation_blocked'), 'moderation_blocked', 'kept'],
  ['a server error', error(500, 'server_error'), 'upstream_failed', 'kept'],
  ['a broken connection', { kind: 'reset-mid-body' }, 'upstream_cut_off', 'kept'],
  ['bytes that are no picture', { kind: 'not-an-image' }, 'upstream_bad_answer', 'kept'],
]

test.each(cases)('%s ends the job and its price is what it should be', async (_, misbehaviour, code, price) => {
  const before = (await calls.usage()).value.budget
  const sent = upstream.calls.length
  upstream.next(misbehaviour)
  const { id } = (await calls.submit(sampleSubmit())).value
  const job = await calls.ended(id)
  expect(job).toMatchObject({ state: 'failed', failure: { code }, mayHaveBeenCharged: price === 'kept' })
  expect(upstream.calls.length - sent).toBe(1)
  const after = (await calls.usage()).value.budget
  expect(after.reserved - before.reserved).toBe(price === 'kept' ? job.price.reserved : 0)
  expect(after.settled).toBe(before.settled)
})

test('what was charged is what the upstream billed', async () => {
  const before = upstream.bill().microDollars
  const { settled } = (await calls.usage()).value.budget
  const brief = sampleBrief({ render: { stage: 'review', count: 2, partialImages: 2 } })
  const { id } = (await calls.submit(sampleSubmit(brief))).value
  const job = await calls.ended(id)
  expect(job).toMatchObject({ state: 'done', results: [{ mismatches: [] }, { mismatches: [] }] })
  expect(job.partials.length).toBeGreaterThan(0)
  expect(job.price.charged).toBe(upstream.bill().microDollars - before)
  expect((await calls.usage()).value.budget.settled - settled).toBe(job.price.charged)
})

test('an answer without a usage costs what was estimated', async () => {
  upstream.next({ kind: 'no-usage' })
  const { id } = (await calls.submit(sampleSubmit())).value
  const job = await calls.ended(id)
  expect(job.price.charged).toBe(job.price.reserved)
})

test('a picture of another size or format is delivered and the difference told', async () => {
  upstream.next({ kind: 'wrong-size' }, { kind: 'wrong-format' })
  const first = await calls.ended((await calls.submit(sampleSubmit())).value.id)
  expect(first).toMatchObject({ state: 'done', results: [{ mismatches: [expect.stringContaining('pixels')] }] })
  const second = await calls.ended((await calls.submit(sampleSubmit())).value.id)
  expect(second.results[0]?.mismatches).toEqual([expect.stringContaining('was asked for')])
})
