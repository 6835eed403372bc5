import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { AppError } from '#domain/app-error.ts'
import { callProxy, sampleSubmit } from '#support/call-proxy.ts'
import { createHandEngine } from '#support/hand-engine.ts'
import { sampleBrief } from '#support/sample-brief.ts'
import { samplePng } from '#support/sample-images.ts'
import { startTestProxy } from '#support/start-test-proxy.ts'

const SECRET = 'zanzibar-9137'

test('neither prompts nor tokens nor picture bytes reach the log; request and job ids do', async () => {
  const lines: string[] = []
  const engine = createHandEngine()
  const proxy = await startTestProxy({
    logLevel: 'trace',
    parts: { engine, logTo: { write: (line) => void lines.push(line) } },
  })
  const calls = callProxy((path, init) => fetch(proxy.url + path, init), proxy.token)
  const picture = await samplePng()
  await calls.upload(picture)
  const brief = sampleBrief({ idea: `A lamp ${SECRET}`, exactTexts: [SECRET], render: { partialImages: 1 } })
  const done = (await calls.submit(sampleSubmit(brief))).value
  const first = await engine.call(0)
  await first.partial(Buffer.from(`not a picture ${SECRET}`))
  await first.answer()
  await calls.ended(done.id)
  const failed = (await calls.submit(sampleSubmit(brief))).value
  const failure = new Error(`it said ${SECRET}`, { cause: new TypeError(`because ${SECRET}`) })
  ;(await engine.call(1)).fail(failure)
  await calls.ended(failed.id)
  const refused = (await calls.submit(sampleSubmit(brief))).value
  ;(await engine.call(2)).fail(new AppError('upstream_failed', { cause: new Error(SECRET) }))
  await calls.ended(refused.id)
  await calls.refused(`/v1/jobs/${randomUUID()}?token=${SECRET}`, { method: 'PUT', body: `{"${SECRET}` })
  await calls.refused('/v1/session', { headers: { authorization: `Bearer ${SECRET}` } })
  await proxy.close()

  const log = lines.join('')
  expect(log).not.toContain(SECRET)
  expect(log).not.toContain(proxy.token)
  expect(log).not.toContain('authorization')
  expect(log).not.toContain(picture.toString('base64').slice(0, 40))
  const entries: unknown[] = lines.map((line) => JSON.parse(line))
  expect(entries).toContainEqual(expect.objectContaining({ msg: 'job ended', jobId: done.id, state: 'done' }))
  expect(entries).toContainEqual(expect.objectContaining({ msg: 'call failed', jobId: failed.id, error: 'Error' }))
  expect(entries).toContainEqual(
    expect.objectContaining({ msg: 'request', requestId: expect.any(String), status: 201 }),
  )
})
