import { afterAll, beforeAll, expect, test } from 'vitest'
import { newJobId } from '#client/new-job-id.ts'
import { createProxyClient, type ProxyClient } from '#client/proxy-client.ts'
import { sniffFormat } from '#domain/image.ts'
import { findModel } from '#domain/models.ts'
import { planJob } from '#domain/plan-job.ts'
import { collect } from '#support/collect.ts'
import { createHandEngine, type HandEngine } from '#support/hand-engine.ts'
import { keptEdit, maskPng } from '#support/kept-edit.ts'
import { sampleBrief } from '#support/sample-brief.ts'
import { samplePng } from '#support/sample-images.ts'
import { startTestProxy, type TestProxy, temporaryFolder } from '#support/start-test-proxy.ts'

let engine: HandEngine
let proxy: TestProxy
let client: ProxyClient
beforeAll(async () => {
  engine = createHandEngine()
  proxy = await startTestProxy({ parts: { engine } })
  client = createProxyClient({ baseUrl: proxy.url, token: proxy.token })
})
afterAll(() => proxy.close())

const frame = { width: 1440, height: 900, name: 'Hero' }
const brief = sampleBrief()
const order = {
  frame,
  brief,
  agreedPrice: planJob(brief, frame, findModel('gpt-image-2')).price.total,
  agreedCredits: null,
}
const unwatched = () => ({ signal: new AbortController().signal })

test('a session says who we are and what is left', async () => {
  const session = await client.session()
  expect(session.engine).toEqual({ name: 'hand', simulated: true })
  expect(session.budget.left).toBe(25_000_000)
  expect(await client.usage()).toMatchObject({ jobs: 0 })
})

test('a wrong token is told so', async () => {
  const stranger = createProxyClient({ baseUrl: proxy.url, token: 'fw_wrong' })
  await expect(stranger.session()).rejects.toMatchObject({ code: 'token_wrong' })
})

test('a picture comes back as it went, smaller or in another format', async () => {
  const bytes = new Uint8Array(await samplePng(300, 200))
  const info = await client.uploadImage(bytes)
  expect(info).toMatchObject({ width: 300, height: 200, format: 'png' })
  expect(sniffFormat(await client.image(info.id))).toBe('png')
  expect(sniffFormat(await client.image(info.id, { format: 'jpeg' }))).toBe('jpeg')
  expect((await client.image(info.id, { width: 32 })).length).toBeLessThan(info.bytes + 1)
  await expect(client.image('0'.repeat(64))).rejects.toMatchObject({ code: 'image_missing' })
})

test('an original and a mask go up, an edit comes down, protected and not', async () => {
  const canvas = { width: 900, height: 600 }
  const png = new Uint8Array(await samplePng(canvas.width, canvas.height))
  const original = await client.uploadImage(png, { as: 'original' })
  expect(original).toMatchObject(canvas)
  expect(await client.measures(original.id)).toMatchObject({ ...canvas, hasAlpha: false })
  const box = { x: 100, y: 100, width: 200, height: 100 }
  const mask = await client.uploadMask(new Uint8Array(await maskPng(canvas, box)), canvas)
  expect(mask).toMatchObject({ box, share: (200 * 100) / (900 * 600) })
  const edit = keptEdit(original, mask)
  const { total } = planJob(edit, frame, findModel('gpt-image-2')).price
  const [id, made] = [newJobId(), engine.calls.length]
  await client.putJob(id, { frame, brief: edit, agreedPrice: total, agreedCredits: null })
  await (await engine.call(made)).answer()
  const job = (await collect(client.watchJob(id, unwatched()))).at(-1)?.job
  expect(job?.results).toMatchObject([{ image: canvas, composite: { measures: { changedOutside: 0 } } }])
  expect(sniffFormat(await client.rawResult(id, 0))).toBe('png')
  await expect(client.rawResult(id, 1)).rejects.toMatchObject({ code: 'raw_missing' })
})

test('a job is followed to its end, and is the same job when sent twice', async () => {
  const id = newJobId()
  const made = engine.calls.length
  await client.putJob(id, order)
  expect((await client.putJob(id, order)).id).toBe(id)
  void engine.call(made).then((call) => call.answer())
  const events = await collect(client.watchJob(id, unwatched()))
  expect(events.at(-1)?.job.state).toBe('done')
  expect((await client.job(id)).results).toHaveLength(1)
  expect((await client.listJobs({ limit: 5 })).map((job) => job.id)).toContain(id)
  expect(engine.calls).toHaveLength(made + 1)
})

test('another price than the agreed one is refused', async () => {
  const sent = client.putJob(newJobId(), { ...order, agreedPrice: 1 })
  await expect(sent).rejects.toMatchObject({ code: 'price_changed' })
})

test('cancelling a job that was sent says that it cannot be stopped, and its picture still comes', async () => {
  const id = newJobId()
  const made = engine.calls.length
  await client.putJob(id, order)
  const call = await engine.call(made)
  const { said, job } = await client.cancelJob(id)
  expect(said).toContain('cannot be stopped')
  expect(job.state).toBe('running')
  await call.answer()
  const events = await collect(client.watchJob(id, unwatched()))
  expect(events.at(-1)?.job.state).toBe('done')
})

test('a proxy that stops and starts again in mid-job is followed through', async () => {
  const dataDir = await temporaryFolder()
  const first = createHandEngine()
  const before = await startTestProxy({ dataDir, parts: { engine: first }, stopWaitMs: 0, concurrency: 1 })
  const here = createProxyClient({ baseUrl: before.url, token: before.token })
  const [running, waiting] = [newJobId(), newJobId()]
  await here.putJob(running, order)
  await first.call(0)
  await here.putJob(waiting, order)
  const watched = collect(here.watchJob(waiting, { ...unwatched(), backOff: () => 20, patience: 1_000 }))
  await before.close()
  const second = createHandEngine()
  const port = Number(new URL(before.url).port)
  const after = await startTestProxy({ dataDir, port, parts: { engine: second } })
  await (await second.call(0)).answer()
  expect((await watched).at(-1)?.job.state).toBe('done')
  await after.close()
})
