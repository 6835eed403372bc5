import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { Worker } from 'node:worker_threads'
import { afterEach, expect, test, vi } from 'vitest'
import { openOperations } from '#proxy/open-operations.ts'
import { callProxy, sampleSubmit } from '#support/call-proxy.ts'
import { createHandEngine } from '#support/hand-engine.ts'
import { startTestProxy, testConfig } from '#support/start-test-proxy.ts'

const undo: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const step of undo.splice(0).toReversed()) await step()
})

async function start() {
  const lines: string[] = []
  const engine = createHandEngine({ simulated: false })
  const parts = { engine, logTo: { write: (line: string) => void lines.push(line) } }
  const proxy = await startTestProxy({ logLevel: 'warn', parts, stopWaitMs: 0 })
  undo.push(() => proxy.close())
  const open = (file: string): DatabaseSync => {
    const database = new DatabaseSync(join(proxy.dataDir, file), { timeout: 5_000 })
    undo.push(async () => database.close())
    return database
  }
  const said = (words: string) => vi.waitUntil(() => lines.some((line) => line.includes(words)), { timeout: 10_000 })
  return {
    engine,
    proxy,
    open,
    said,
    lines,
    calls: callProxy((path, init) => fetch(proxy.url + path, init), proxy.token),
  }
}

const refuse = (when: string): string =>
  `CREATE TRIGGER hiccup BEFORE INSERT ON ${when} BEGIN SELECT RAISE(ABORT, 'hiccup'); END`

test.each(['prepare', 'finish'])('a run goes on when its records refuse the step %s for a moment', async (step) => {
  const { engine, open, calls } = await start()
  const runs = open('workflows.sqlite')
  runs.exec(refuse(`step_attempts WHEN NEW.step_name = '${step}'`))
  const { id } = (await calls.submit(sampleSubmit())).value
  if (step === 'finish') await (await engine.call(0)).answer()
  const hit = runs.prepare('SELECT count(*) AS hit FROM workflow_runs WHERE error IS NOT NULL')
  await vi.waitUntil(() => hit.get()?.['hit'] === 1, { timeout: 10_000 })
  runs.exec('DROP TRIGGER hiccup')
  if (step === 'prepare') await (await engine.call(0)).answer()
  expect(await calls.ended(id)).toMatchObject({ state: 'done' })
  expect(engine.calls).toHaveLength(1)
})

test('a paid picture is kept when the database refuses to note it for a moment', async () => {
  const { engine, open, said, calls } = await start()
  const { id } = (await calls.submit(sampleSubmit())).value
  const call = await engine.call(0)
  const db = open('framewright.sqlite')
  db.exec(refuse('images'))
  const answered = call.answer().catch((error: unknown) => call.fail(error))
  await said('recording a call failed; trying again')
  db.exec('DROP TRIGGER hiccup')
  await answered
  expect(await calls.ended(id)).toMatchObject({ state: 'done', results: [{ mismatches: [] }] })
})

test('runs wait while someone else holds their file', async () => {
  const { engine, proxy, lines, calls } = await start()
  const holder = `
    const { DatabaseSync } = require('node:sqlite')
    const { parentPort, workerData } = require('node:worker_threads')
    const database = new DatabaseSync(workerData)
    database.exec('BEGIN IMMEDIATE')
    parentPort.postMessage('held')
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 700)
    database.exec('COMMIT')
    database.close()`
  const worker = new Worker(holder, { eval: true, workerData: join(proxy.dataDir, 'workflows.sqlite') })
  const ended = new Promise((resolve) => worker.once('exit', resolve))
  await new Promise((resolve) => worker.once('message', resolve))
  const { id } = (await calls.submit(sampleSubmit())).value
  await (await engine.call(0)).answer({ usage: null })
  expect(await calls.ended(id)).toMatchObject({ state: 'done' })
  await ended
  expect(lines).toEqual([])
})

test('a revoked member’s streams end', async () => {
  const { engine, proxy } = await start()
  const operations = await openOperations(testConfig(proxy.dataDir))
  undo.push(() => operations.close())
  const token = await operations.addMember({ name: 'x', budget: 25_000_000, monthly: false, admin: false })
  const calls = callProxy((path, init) => fetch(proxy.url + path, init), token)
  const { id } = (await calls.submit(sampleSubmit())).value
  await engine.call(0)
  const stream = calls.watch(id)
  await stream.next()
  await operations.revokeMember('x')
  for await (const { type } of stream) expect(type).not.toBe('done')
})

test('a price far from its estimate is told in the log', async () => {
  const { engine, said, calls } = await start()
  const usage = { inputTextTokens: 20, inputImageTokens: 0, outputTokens: 10_000 }
  const { id } = (await calls.submit(sampleSubmit())).value
  await (await engine.call(0)).answer({ usage })
  await calls.ended(id)
  await said('charged otherwise than estimated')
})
