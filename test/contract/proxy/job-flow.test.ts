import { createHash, randomUUID } from 'node:crypto'
import { afterEach, expect, test } from 'vitest'
import { AppError } from '#domain/app-error.ts'
import type { FailureCode } from '#domain/failure.ts'
import { findModel } from '#domain/models.ts'
import { charge } from '#domain/pricing.ts'
import { callProxy, sampleSubmit } from '#support/call-proxy.ts'
import { createHandEngine } from '#support/hand-engine.ts'
import { sampleBrief } from '#support/sample-brief.ts'
import { samplePng } from '#support/sample-images.ts'
import { startTestProxy, type TestProxyOverrides } from '#support/start-test-proxy.ts'

const open: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of open.splice(0)) await close()
})

async function proxyWithHandEngine(overrides: TestProxyOverrides = {}) {
  const engine = createHandEngine()
  const proxy = await startTestProxy({ parts: { engine }, ...overrides })
  open.push(() => proxy.close())
  return { engine, calls: callProxy((path, init) => fetch(proxy.url + path, init), proxy.token), proxy }
}

test('a job goes from its brief to a picture, told event by event', async () => {
  const { engine, calls } = await proxyWithHandEngine()
  const reference = (await calls.upload(await samplePng(96, 64))).value
  const { id, width, height } = reference
  const brief = sampleBrief({
    references: [{ imageId: id, role: 'subject', width, height, name: 'Lamp' }],
    render: { partialImages: 1 },
  })
  const submitted = await calls.submit(sampleSubmit(brief))
  expect(submitted.status).toBe(201)
  expect(submitted.value).toMatchObject({ state: 'queued', position: 0, engine: { name: 'hand', simulated: true } })

  const call = await engine.call(0)
  expect(call.request).toMatchObject({ model: 'gpt-image-2', quality: 'low', count: 1 })
  expect(Buffer.from(await call.readImage(id))).toEqual(await samplePng(96, 64))
  const held = (await calls.usage()).value.budget
  expect(held).toMatchObject({ reserved: submitted.value.price.reserved, settled: 0 })
  await call.partial(await samplePng(64, 40))
  await call.answer()

  const events = await Array.fromAsync(calls.watch(submitted.value.id))
  expect(events.map((event) => [event.seq, event.type, event.job.state])).toEqual([
    [0, 'queued', 'queued'],
    [1, 'running', 'running'],
    [2, 'partial', 'running'],
    [3, 'done', 'done'],
  ])
  expect(events[2]?.job.partials).toMatchObject([{ width: 64, height: 40, format: 'png' }])

  const job = (await calls.job(submitted.value.id)).value
  expect(job).toEqual(events[3]?.job)
  const [result] = job.results
  expect(result?.mismatches).toEqual([])
  expect(result?.image).toMatchObject(job.plan.size)
  const picture = await calls.raw(`/v1/images/${result?.image.id}`)
  const bytes = new Uint8Array(await picture.arrayBuffer())
  expect(createHash('sha256').update(bytes).digest('hex')).toBe(result?.image.id)
  expect(picture.headers.get('content-length')).toBe(String(bytes.length))

  const charged = charge(findModel('gpt-image-2'), { inputTextTokens: 20, inputImageTokens: 0, outputTokens: 200 })
  expect(job.price.charged).toBe(charged)
  const { budget, jobs } = (await calls.usage()).value
  expect(budget).toMatchObject({ reserved: 0, settled: charged, left: budget.budget - charged })
  expect(jobs).toBe(1)
})

test('a submit sent twice is one job, paid once; another body under its id is refused', async () => {
  const { engine, calls } = await proxyWithHandEngine()
  const id = randomUUID()
  const both = await Promise.all([calls.submit(sampleSubmit(), id), calls.submit(sampleSubmit(), id)])
  expect(both.map((said) => said.status).toSorted()).toEqual([200, 201])
  await (await engine.call(0)).answer()
  const job = await calls.ended(id)
  const again = await calls.submit(sampleSubmit(), id)
  expect(again).toMatchObject({ status: 200, value: job })
  expect(engine.calls).toHaveLength(1)

  const other = JSON.stringify(sampleSubmit(sampleBrief({ idea: 'Something else' })))
  const refused = await calls.refused(`/v1/jobs/${id}`, { method: 'PUT', body: other })
  expect(refused).toMatchObject({ status: 409, value: { code: 'job_conflict' } })
})

test('a stream goes on after the last event that was seen', async () => {
  const { engine, calls } = await proxyWithHandEngine()
  const { id } = (await calls.submit(sampleSubmit())).value
  await (await engine.call(0)).answer()
  await calls.ended(id)
  const rest = await Array.fromAsync(calls.watch(id, { 'last-event-id': '0' }))
  expect(rest.map((event) => event.type)).toEqual(['running', 'done'])
  expect(await Array.fromAsync(calls.watch(id, { 'last-event-id': '2' }))).toEqual([])
})

test('jobs wait in line, see their place move up, and can be cancelled for nothing', async () => {
  const { engine, calls } = await proxyWithHandEngine({ concurrency: 1 })
  const first = (await calls.submit(sampleSubmit())).value
  await engine.call(0)
  const second = (await calls.submit(sampleSubmit())).value
  const third = (await calls.submit(sampleSubmit())).value
  expect([second.position, third.position]).toEqual([0, 1])

  const stream = calls.watch(third.id)
  expect((await stream.next()).value).toMatchObject({ seq: 0, type: 'queued', job: { position: 1 } })
  expect((await calls.cancel(second.id)).value).toMatchObject({
    job: { state: 'cancelled', mayHaveBeenCharged: false },
    said: 'Cancelled. Nothing was charged.',
  })
  expect((await stream.next()).value).toMatchObject({ seq: 1, type: 'queued', job: { position: 0 } })
  expect((await calls.usage()).value.budget.reserved).toBe(first.price.reserved + third.price.reserved)

  await (await engine.call(0)).answer()
  await (await engine.call(1)).answer()
  expect(await calls.ended(third.id)).toMatchObject({ state: 'done' })
  expect(engine.calls).toHaveLength(2)
  const listed = (await calls.jobs('?state=done')).value.jobs
  expect(listed.map((job) => job.id)).toEqual([third.id, first.id])
  await stream.return(undefined)
})

test('cancelling a job that was sent says so and keeps its picture', async () => {
  const { engine, calls } = await proxyWithHandEngine()
  const { id } = (await calls.submit(sampleSubmit())).value
  const call = await engine.call(0)
  const { job, said } = (await calls.cancel(id)).value
  expect(job.state).toBe('running')
  expect(said).toContain('cannot be stopped')
  await call.answer()
  expect((await calls.ended(id)).results).toHaveLength(1)
  expect((await calls.cancel(id)).value.said).toContain('already ended')
})

test('the session says what is typical once it has been seen', async () => {
  const { engine, calls } = await proxyWithHandEngine()
  const before = (await calls.session()).value
  expect(before).toMatchObject({ member: { name: 'local' }, engine: { name: 'hand' }, typicalSeconds: {} })
  expect(before.models[0]?.id).toBe('gpt-image-2')
  const { id } = (await calls.submit(sampleSubmit())).value
  await (await engine.call(0)).answer()
  await calls.ended(id)
  const { typicalSeconds } = (await calls.session()).value
  expect(typicalSeconds['gpt-image-2']?.['low']).toBeGreaterThanOrEqual(0)
})

test('an answer that is less than what was asked is delivered and the difference told', async () => {
  const { engine, calls } = await proxyWithHandEngine()
  const brief = sampleBrief({ render: { stage: 'final', count: 3 } })
  const { id, plan } = (await calls.submit(sampleSubmit(brief))).value
  const picture = await samplePng(plan.size.width, plan.size.height)
  const call = await engine.call(0)
  await call.answer({ images: [Buffer.from('broken'), picture, picture], reported: { quality: 'low' } })
  const job = await calls.ended(id)
  expect(job.state).toBe('done')
  expect(job.results.map((result) => result.mismatches)).toEqual([
    ['2 of 3 pictures arrived.', 'The quality is low; high was asked for.'],
    [],
  ])
})

const broken: [string, { simulated: boolean; error: Error }, FailureCode, 'released' | 'kept'][] = [
  ['anything unexpected', { simulated: false, error: new Error('?') }, 'failed_after_sending', 'kept'],
  ['something unsent', { simulated: false, error: new AppError('failed_unsent') }, 'failed_unsent', 'released'],
  ['anything unexpected, simulated,', { simulated: true, error: new Error('?') }, 'internal', 'released'],
]

test.each(broken)(
  '%s ends the job and its price is what it should be',
  async (_, { simulated, error }, code, price) => {
    const engine = createHandEngine({ simulated })
    const { calls } = await proxyWithHandEngine({ parts: { engine } })
    const { id } = (await calls.submit(sampleSubmit())).value
    const call = await engine.call(0)
    call.fail(error)
    const job = await calls.ended(id)
    expect(job).toMatchObject({ state: 'failed', failure: { code }, mayHaveBeenCharged: price === 'kept' })
    const { budget } = (await calls.usage()).value
    expect(budget).toMatchObject({ reserved: price === 'kept' ? job.price.reserved : 0, settled: 0 })
  },
)
