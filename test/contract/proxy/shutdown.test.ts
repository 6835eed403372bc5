import { expect, test } from 'vitest'
import { callProxy, sampleSubmit } from '#support/call-proxy.ts'
import { createHandEngine } from '#support/hand-engine.ts'
import { startTestProxy } from '#support/start-test-proxy.ts'

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
