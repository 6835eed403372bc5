import { createHash } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { callProxy, type ProxyCalls, sampleSubmit } from '#support/call-proxy.ts'
import type { FakeS3 } from '#support/fake-s3/start-fake-s3.ts'
import { createHandEngine, type HandEngine } from '#support/hand-engine.ts'
import { keptEdit, maskPng } from '#support/kept-edit.ts'
import { sampleBrief } from '#support/sample-brief.ts'
import { samplePng } from '#support/sample-images.ts'
import { startBucket } from '#support/start-bucket.ts'
import { startTestProxy, type TestProxy } from '#support/start-test-proxy.ts'

let s3: FakeS3
let proxy: TestProxy
let calls: ProxyCalls

async function start(engine?: HandEngine): Promise<void> {
  proxy = await startTestProxy({ imageStore: s3.address, ...(engine ? { parts: { engine } } : {}) })
  calls = callProxy((path, init) => fetch(proxy.url + path, init), proxy.token)
}

beforeEach(async () => {
  s3 = await startBucket()
})
afterEach(async () => {
  await proxy.close()
  await s3.close()
})

const image = async (id: string) => Buffer.from(await (await calls.raw(`/v1/images/${id}`)).arrayBuffer())
const hash = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

test('a whole job on a bucket: the reference, the previews and the result lie there and nowhere else', async () => {
  await start()
  const { id: imageId } = (await calls.upload(await samplePng())).value
  const brief = sampleBrief({
    references: [{ imageId, role: 'subject', width: 96, height: 64, name: 'Lamp' }],
    render: { partialImages: 1 },
  })
  const job = await calls.ended((await calls.submit(sampleSubmit(brief))).value.id)
  expect(job).toMatchObject({ state: 'done', failure: null })
  const ids = [imageId, ...job.partials, ...job.results.map(({ image }) => image)].map((one) =>
    typeof one === 'string' ? one : one.id,
  )
  expect(ids).toHaveLength(3)
  expect([...s3.objects.keys()].toSorted()).toEqual(ids.map((id) => `pictures/${id}`).toSorted())
  for (const id of ids) expect(hash(await image(id))).toBe(id)
  const files = await readdir(proxy.dataDir, { recursive: true })
  expect(files.filter((file) => ids.some((id) => file.includes(id)))).toEqual([])
  const ready = await fetch(`${proxy.url}/readyz`)
  expect([ready.status, await ready.json()]).toMatchObject([200, { checks: { images: 'The bucket answers.' } }])
})

test('a picture that was made while the bucket is away is delivered all the same, and sent when it is back', async () => {
  const engine = createHandEngine()
  await start(engine)
  const { id } = (await calls.submit(sampleSubmit())).value
  const call = await engine.call(0)
  s3.misbehave('error')
  const { status } = await fetch(`${proxy.url}/readyz`)
  const refused = await calls.refused('/v1/images', { method: 'POST', body: new Uint8Array(await samplePng()) })
  await call.answer()
  const job = await calls.ended(id)
  expect(job.state).toBe('done')
  expect([status, refused.status, refused.value.code]).toEqual([503, 503, 'storage_failed'])
  const result = job.results[0]?.image.id ?? ''
  expect(hash(await image(result))).toBe(result)
  expect(s3.objects.size).toBe(0)
  s3.misbehave(null)
  await expect.poll(() => [...s3.objects.keys()], { timeout: 10_000 }).toEqual([`pictures/${result}`])
  await expect.poll(() => readdir(join(proxy.dataDir, 'to-bucket'))).toEqual([])
  expect(hash(await image(result))).toBe(result)
})

test('an edit whose original cannot be read from the bucket waits unsent, and is made once it can', async () => {
  const engine = createHandEngine()
  await start(engine)
  const size = { width: 900, height: 600 }
  const original = (await calls.uploadOriginal(await samplePng(size.width, size.height))).value
  const mask = (await calls.uploadMask(await maskPng(size, { x: 100, y: 100, width: 200, height: 100 }), size)).value
  s3.misbehave('error')
  const { id } = (await calls.submit(sampleSubmit(keptEdit(original, mask)))).value
  await expect
    .poll(async () => (await calls.job(id)).value.waiting?.failure.code, { timeout: 10_000 })
    .toBe('storage_failed')
  expect(engine.calls).toHaveLength(0)
  s3.misbehave(null)
  const call = await engine.call(0)
  s3.misbehave('error')
  const reads = () => s3.requests.filter((request) => request === `GET pictures/${original.id}`).length
  const before = reads()
  await call.answer()
  await expect.poll(reads, { timeout: 10_000 }).toBeGreaterThan(before)
  s3.misbehave(null)
  expect((await calls.ended(id)).results).toMatchObject([{ composite: { measures: { changedOutside: 0 } } }])
})
