import { once } from 'node:events'
import { rm } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { createApp } from '#proxy/app.ts'
import { openServices } from '#proxy/services.ts'
import { callProxy, sampleSubmit } from '#support/call-proxy.ts'
import { startFakeOpenAI } from '#support/fake-openai/start-fake-openai.ts'
import { createHandEngine } from '#support/hand-engine.ts'
import { startProcess } from '#support/start-process.ts'
import { startTestProxy, temporaryFolder, testConfig } from '#support/start-test-proxy.ts'

test('stopping ends every open stream, closes every connection and leaves no error in the log', async () => {
  const lines: string[] = []
  const engine = createHandEngine()
  const proxy = await startTestProxy({
    concurrency: 1,
    stopWaitMs: 20_000,
    logLevel: 'warn',
    parts: { engine, logTo: { write: (line) => void lines.push(line) } },
  })
  const calls = callProxy((path, init) => fetch(proxy.url + path, init), proxy.token)
  const sent = (await calls.submit(sampleSubmit())).value
  const call = await engine.call(0)
  const queued = (await calls.submit(sampleSubmit())).value
  const streams = Array.from({ length: 10 }, () => calls.watch(queued.id))
  await Promise.all(streams.map((stream) => stream.next()))
  const finishing = calls.watch(sent.id)
  await finishing.next()

  const closed = proxy.close()
  await call.answer({ usage: null })
  expect((await Array.fromAsync(finishing)).at(-1)?.type).toBe('done')
  await closed
  // The place in line may have moved up before the end.
  const rest = await Promise.all(streams.map((stream) => Array.fromAsync(stream)))
  expect(rest.flat().every((event) => event.type === 'queued')).toBe(true)
  await expect(fetch(`${proxy.url}/healthz`)).rejects.toThrow()
  expect(lines).toEqual([])
})

test('a request on an open connection that comes too late is told so, and that connection ends', async () => {
  const folder = await temporaryFolder()
  const lines: string[] = []
  const services = await openServices(testConfig(folder, { logLevel: 'error' }), {
    logTo: { write: (line) => void lines.push(line) },
  })
  const app = createApp(services)
  const ask = () =>
    app.request('http://localhost/v1/session', {
      headers: { authorization: `Bearer ${services.members.localToken}` },
    })
  const before = await ask()
  expect([before.status, before.headers.get('connection')]).toEqual([200, null])
  await services.close()
  const after = await ask()
  expect([after.status, after.headers.get('connection')]).toEqual([503, 'close'])
  expect(await after.json()).toMatchObject({ error: { code: 'stopping', retryable: true } })
  expect(lines).toEqual([])
  await rm(folder, { recursive: true })
})

test('a client that leaves its stream is forgotten', async () => {
  const engine = createHandEngine()
  const proxy = await startTestProxy({ parts: { engine }, stopWaitMs: 0 })
  const calls = callProxy((path, init) => fetch(proxy.url + path, init), proxy.token)
  const { id } = (await calls.submit(sampleSubmit())).value
  const call = await engine.call(0)
  const leaving = new AbortController()
  const response = await calls.raw(`/v1/jobs/${id}/events`, { signal: leaving.signal })
  await response.body?.getReader().read()
  leaving.abort()
  await call.answer()
  expect(await calls.ended(id)).toMatchObject({ state: 'done' })
  await proxy.close()
})

test('SIGTERM lets what was sent end and leaves the rest in line for the next process', async () => {
  const undo: (() => Promise<void>)[] = []
  const upstream = await startFakeOpenAI()
  const folder = await temporaryFolder()
  const environment = {
    DATA_DIR: folder,
    OPENAI_API_KEY: upstream.apiKey,
    OPENAI_BASE_URL: upstream.url,
    JOB_CONCURRENCY: '1',
  }
  const first = await startProcess(environment, undo)
  const before = callProxy((path, init) => fetch(first.url + path, init), first.token)
  upstream.next({ kind: 'slow', ms: 700 })
  const sent = (await before.submit(sampleSubmit())).value
  await upstream.called(1)
  const waiting = (await before.submit(sampleSubmit())).value
  first.process.kill('SIGTERM')
  expect(await once(first.process, 'exit')).toEqual([0, null])
  expect(upstream.calls).toHaveLength(1)

  const second = await startProcess(environment, undo)
  const calls = callProxy((path, init) => fetch(second.url + path, init), second.token)
  expect((await calls.job(sent.id)).value.state).toBe('done')
  expect(await calls.ended(waiting.id)).toMatchObject({ state: 'done' })
  expect(upstream.bill().calls).toBe(2)
  for (const step of undo) await step()
  await upstream.close()
  await rm(folder, { recursive: true })
})
