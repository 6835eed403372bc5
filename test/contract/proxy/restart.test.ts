import { once } from 'node:events'
import { cp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { openDatabase } from '#proxy/database/open-database.ts'
import { joinProxy } from '#proxy/join-proxy.ts'
import { openServices } from '#proxy/services.ts'
import { callProxy, sampleSubmit } from '#support/call-proxy.ts'
import { startFakeOpenAI } from '#support/fake-openai/start-fake-openai.ts'
import { createHandEngine, type HandEngine } from '#support/hand-engine.ts'
import { samplePng } from '#support/sample-images.ts'
import { startProcess } from '#support/start-process.ts'
import { startTestProxy, type TestProxyOverrides, temporaryFolder, testConfig } from '#support/start-test-proxy.ts'

const undo: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const step of undo.splice(0).toReversed()) await step()
})

async function folder(): Promise<string> {
  const made = await temporaryFolder()
  undo.push(() => rm(made, { recursive: true, force: true }))
  return made
}

async function start(engine: HandEngine, overrides: TestProxyOverrides = {}) {
  const proxy = await startTestProxy({ parts: { engine }, stopWaitMs: 0, ...overrides })
  undo.push(() => proxy.close())
  return { proxy, calls: callProxy((path, init) => fetch(proxy.url + path, init), proxy.token) }
}

/** What a power cut would leave: the folder of a running proxy, copied. */
async function cutPower(dataDir: string): Promise<string> {
  const dead = await folder()
  await cp(dataDir, dead, { recursive: true })
  return dead
}

const RUNS_FILES = ['workflows.sqlite', 'workflows.sqlite-wal', 'workflows.sqlite-shm']

test.each([
  ['', []],
  [', also when a power cut forgot every durable run', RUNS_FILES],
])('what was sent when the proxy died is not sent again; what was queued goes on%s', async (_, forgotten) => {
  const engineBefore = createHandEngine({ simulated: false })
  const before = await start(engineBefore, { concurrency: 1 })
  const sent = (await before.calls.submit(sampleSubmit())).value
  await engineBefore.call(0)
  const queued = (await before.calls.submit(sampleSubmit())).value
  const dataDir = await cutPower(before.proxy.dataDir)
  for (const file of forgotten) await rm(join(dataDir, file))

  const engine = createHandEngine({ simulated: false })
  const { calls } = await start(engine, { dataDir })
  const interrupted = (await calls.job(sent.id)).value
  expect(interrupted).toMatchObject({ state: 'failed', failure: { code: 'interrupted' }, mayHaveBeenCharged: true })
  await (await engine.call(0)).answer()
  expect(await calls.ended(queued.id)).toMatchObject({ state: 'done' })
  expect(engine.calls).toHaveLength(1)
  expect((await calls.usage()).value.budget.reserved).toBe(sent.price.reserved)
})

test('pictures that were on disk when the proxy died are delivered and settled', async () => {
  const engineBefore = createHandEngine({ simulated: false })
  const before = await start(engineBefore)
  const { id, plan } = (await before.calls.submit(sampleSubmit())).value
  await engineBefore.call(0)
  const { value: image } = await before.calls.upload(await samplePng(plan.size.width, plan.size.height))
  const dataDir = await cutPower(before.proxy.dataDir)
  const db = await openDatabase({ dataDir: dataDir, databaseUrl: null })
  const usage = { inputTextTokens: 10, inputImageTokens: 0, outputTokens: 100 }
  const received = JSON.stringify({ results: [{ image, mismatches: [] }], usage, requestId: null })
  await db.updateTable('jobs').set({ received }).where('id', '=', id).execute()
  await db.destroy()

  const engine = createHandEngine({ simulated: false })
  const { calls } = await start(engine, { dataDir })
  const job = await calls.ended(id)
  expect(job).toMatchObject({ state: 'done', results: [{ image: { id: image.id } }], price: { charged: 3_050 } })
  expect((await calls.usage()).value.budget).toMatchObject({ reserved: 0, settled: 3_050 })
  expect(engine.calls).toHaveLength(0)
})

test('a job that was stored but never started is started by the next proxy', async () => {
  const engineBefore = createHandEngine({ simulated: false })
  const before = await start(engineBefore, { concurrency: 1 })
  await before.calls.submit(sampleSubmit())
  await engineBefore.call(0)
  const { id } = (await before.calls.submit(sampleSubmit())).value
  const dataDir = await cutPower(before.proxy.dataDir)
  await Promise.all(['', '-wal', '-shm'].map((end) => rm(join(dataDir, `workflows.sqlite${end}`), { force: true })))

  const engine = createHandEngine({ simulated: false })
  const { calls } = await start(engine, { dataDir })
  await (await engine.call(0)).answer()
  expect(await calls.ended(id)).toMatchObject({ state: 'done' })
})

test('stopping waits for a picture already asked for and leaves the rest in line', async () => {
  const dataDir = await folder()
  const engine = createHandEngine({ simulated: false })
  const before = await start(engine, { dataDir, concurrency: 1, stopWaitMs: 20_000 })
  const sent = (await before.calls.submit(sampleSubmit())).value
  const call = await engine.call(0)
  const queued = (await before.calls.submit(sampleSubmit())).value
  const closed = before.proxy.close()
  await call.answer()
  await closed

  const after = await start(engine, { dataDir })
  expect((await after.calls.job(sent.id)).value.state).toBe('done')
  await (await engine.call(1)).answer()
  expect(await after.calls.ended(queued.id)).toMatchObject({ state: 'done' })
})

test('stopping does not wait for ever: what it gives up may have been charged', async () => {
  const dataDir = await folder()
  const engine = createHandEngine({ simulated: false })
  const before = await start(engine, { dataDir, stopWaitMs: 0 })
  const { id } = (await before.calls.submit(sampleSubmit())).value
  await engine.call(0)
  await before.proxy.close()
  const after = await start(engine, { dataDir })
  expect((await after.calls.job(id)).value).toMatchObject({
    state: 'failed',
    failure: { code: 'interrupted' },
    mayHaveBeenCharged: true,
  })
})

test('what a simulated engine was making when the proxy died or stopped costs nothing', async () => {
  const engineBefore = createHandEngine()
  const before = await start(engineBefore, { dataDir: await folder() })
  const { id } = (await before.calls.submit(sampleSubmit())).value
  await engineBefore.call(0)
  const folders = [await cutPower(before.proxy.dataDir), before.proxy.dataDir]
  await before.proxy.close()
  for (const dataDir of folders) {
    const { calls } = await start(createHandEngine(), { dataDir })
    const free = { state: 'failed', failure: { code: 'interrupted_free' }, mayHaveBeenCharged: false }
    expect((await calls.job(id)).value).toMatchObject(free)
    expect((await calls.usage()).value.budget).toMatchObject({ reserved: 0, settled: 0 })
  }
})

test('a second program joins the proxy that has the data folder, and leaves it running', async () => {
  const { proxy } = await start(createHandEngine({ simulated: false }))
  const joined = await joinProxy(testConfig(proxy.dataDir))
  expect(joined).toMatchObject({ url: proxy.url, localToken: proxy.token })
  await joined.close()
  expect((await fetch(`${proxy.url}/healthz`)).status).toBe(200)
  const alone = await joinProxy(testConfig(await folder()))
  expect(alone.url).not.toBe(proxy.url)
  await alone.close()
  await expect(fetch(`${alone.url}/healthz`)).rejects.toThrow()
})

test('two proxies cannot work in one data folder', async () => {
  const { proxy } = await start(createHandEngine({ simulated: false }))
  const second = openServices(testConfig(proxy.dataDir), { engine: createHandEngine({ simulated: false }) })
  await expect(second).rejects.toThrow(/Another Framewright is using the data folder/)
})

test('kill -9 in the middle of a paid call: one call, one bill, the price stays reserved', async () => {
  const upstream = await startFakeOpenAI()
  undo.push(() => upstream.close())
  upstream.next({ kind: 'hang' })
  const environment = { DATA_DIR: await folder(), OPENAI_API_KEY: upstream.apiKey, OPENAI_BASE_URL: upstream.url }
  const first = await startProcess(environment, undo)
  const { id, price } = (
    await callProxy((path, init) => fetch(first.url + path, init), first.token).submit(sampleSubmit())
  ).value
  await upstream.called(1)
  first.process.kill('SIGKILL')
  await once(first.process, 'exit')

  const second = await startProcess(environment, undo)
  expect(second.token).toBe(first.token)
  const calls = callProxy((path, init) => fetch(second.url + path, init), second.token)
  expect(await calls.ended(id)).toMatchObject({ failure: { code: 'interrupted' }, mayHaveBeenCharged: true })
  expect((await calls.usage()).value.budget).toMatchObject({ reserved: price.reserved, settled: 0 })
  expect(upstream.bill().calls).toBe(1)

  second.process.kill('SIGTERM')
  expect(await once(second.process, 'exit')).toEqual([0, null])
})
