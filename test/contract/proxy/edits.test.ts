import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { KeptMask } from '#contract/http-wire.ts'
import type { ImageInfo } from '#domain/image.ts'
import type { Job } from '#domain/job.ts'
import { callProxy, type ProxyCalls, sampleSubmit } from '#support/call-proxy.ts'
import type { SentFile } from '#support/fake-openai/read-call.ts'
import { type FakeOpenAI, startFakeOpenAI } from '#support/fake-openai/start-fake-openai.ts'
import { changedOutside, keptEdit, maskPng, rgbaOf } from '#support/kept-edit.ts'
import { samplePng } from '#support/sample-images.ts'
import { startTestProxy, type TestProxy } from '#support/start-test-proxy.ts'

const SIZE = { width: 1350, height: 900 }
const BOX = { x: 300, y: 200, width: 240, height: 160 }

let upstream: FakeOpenAI
let proxy: TestProxy
let calls: ProxyCalls
let bytes: Buffer
let original: ImageInfo
let mask: KeptMask

beforeAll(async () => {
  upstream = await startFakeOpenAI()
  const engine = { kind: 'openai' as const, apiKey: upstream.apiKey, baseUrl: upstream.url, timeoutMs: 20_000 }
  proxy = await startTestProxy({ engine })
  calls = callProxy((path, init) => fetch(proxy.url + path, init), proxy.token)
  bytes = await samplePng(SIZE.width, SIZE.height)
  original = (await calls.uploadOriginal(bytes)).value
  mask = (await calls.uploadMask(await maskPng(SIZE, BOX), SIZE)).value
})
afterAll(async () => {
  await proxy.close()
  await upstream.close()
})

function lastFiles(): SentFile[] {
  const sent = upstream.calls.at(-1)?.sent
  return sent ? sent.files : []
}

describe('an edit of a masked place', () => {
  let job: Job
  let files: SentFile[]
  beforeAll(async () => {
    const { id } = (await calls.submit(sampleSubmit(keptEdit(original, mask)))).value
    job = await calls.ended(id)
    files = lastFiles()
  })

  test('sends the window at the plan’s size without alpha, and its mask with alpha, as PNG', async () => {
    const { size, window } = job.plan
    expect(window && window.width * window.height).toBeLessThan(SIZE.width * SIZE.height)
    const [image, sentMask] = ['image', 'mask'].map((field) => files.find((file) => file.field.startsWith(field)))
    const [seen, seenMask] = await Promise.all([image, sentMask].map((file) => sharp(file?.bytes).metadata()))
    expect(seen).toMatchObject({ format: 'png', ...size, hasAlpha: false })
    expect(seenMask).toMatchObject({ format: 'png', ...size, hasAlpha: true })
    expect(sentMask?.bytes.length).toBeLessThan(4_000_000)
    const { data } = await sharp(sentMask?.bytes).extractChannel('alpha').raw().toBuffer({ resolveWithObject: true })
    expect(new Set(data)).toEqual(new Set([0, 255]))
  })

  test('delivers the whole picture with every pixel outside the mask as it was, and says so', async () => {
    const [result] = job.results
    expect(result?.image).toMatchObject({ ...SIZE, format: 'png' })
    expect(result?.composite).toMatchObject({ raw: job.plan.size, measures: { changedOutside: 0 } })
    const made = await rgbaOf(await calls.image(result?.image.id ?? ''))
    expect(changedOutside(await rgbaOf(bytes), made, SIZE, BOX)).toBe(0)
    expect(made.equals(await rgbaOf(bytes))).toBe(false)
  })

  test('tells of the drift of a model that redraws everything', () => {
    const { outside, drift } = job.results[0]?.composite?.measures ?? {}
    expect(outside).toBeGreaterThan(0)
    expect(drift?.share).toBeGreaterThan(0.9)
  })

  test('keeps the raw picture, and shows all of it in the canvas when asked', async () => {
    const raw = job.results[0]?.composite?.raw
    const { window, size } = job.plan
    expect(await sharp(await calls.image(raw?.id ?? '')).metadata()).toMatchObject(size)
    const response = await calls.raw(`/v1/jobs/${job.id}/results/0/raw`)
    expect(response.headers.get('content-type')).toBe('image/png')
    const pasted = Buffer.from(await response.bytes())
    expect(response.headers.get('content-length')).toBe(String(pasted.length))
    expect(await sharp(pasted).metadata()).toMatchObject(SIZE)
    const [before, after] = [await rgbaOf(bytes), await rgbaOf(pasted)]
    expect(changedOutside(before, after, SIZE, BOX)).toBeGreaterThan(0)
    expect(window && changedOutside(before, after, SIZE, window)).toBe(0)
    const etag = response.headers.get('etag') ?? ''
    const again = await calls.raw(`/v1/jobs/${job.id}/results/0/raw`, { headers: { 'if-none-match': etag } })
    expect(again.status).toBe(304)
  })

  test('is charged what the upstream billed, which is at most what was held back', () => {
    expect(job.price.exact).toBe(false)
    expect(job.price.charged).toBe(upstream.calls.at(-1)?.billed)
    expect(job.price.charged).toBeLessThanOrEqual(job.price.reserved)
  })
})

test('an edit without a mask sends none, and delivers with nothing to measure', async () => {
  const { id } = (await calls.submit(sampleSubmit(keptEdit(original, null)))).value
  const job = await calls.ended(id)
  expect(lastFiles().map(({ field }) => field.replace('[]', ''))).toEqual(['image'])
  expect(job.results[0]).toMatchObject({ image: SIZE, composite: { measures: null } })
})

test('an expanded picture keeps its own pixels where they are', async () => {
  const small = await samplePng(600, 600)
  const kept = (await calls.uploadOriginal(small)).value
  const canvas = { width: 1066, height: 600 }
  const at = { x: 233, y: 0 }
  const brief = { ...keptEdit(kept, null, { canvas, at }), mode: 'expand' as const }
  const { id } = (await calls.submit(sampleSubmit(brief))).value
  const job = await calls.ended(id)
  expect(lastFiles().map(({ field }) => field.replace('[]', ''))).toContain('mask')
  expect(job.results[0]).toMatchObject({ image: canvas, composite: { measures: { changedOutside: 0 } } })
  const made = await calls.image(job.results[0]?.image.id ?? '')
  const inside = await sharp(made).extract({ left: at.x, top: at.y, width: 600, height: 600 }).toBuffer()
  expect((await rgbaOf(inside)).equals(await rgbaOf(small))).toBe(true)
})

test('of two pictures of an edit each is put together', async () => {
  const brief = keptEdit(original, mask)
  const submit = sampleSubmit({ ...brief, render: { ...brief.render, count: 2 } })
  const job = await calls.ended((await calls.submit(submit)).value.id)
  expect(job.results).toHaveLength(2)
  expect(new Set(job.results.map(({ image }) => image.id)).size).toBe(2)
  for (const { composite } of job.results) expect(composite?.measures?.changedOutside).toBe(0)
})

test('edits submitted at once, alone and in a batch, all end so', async () => {
  const again = (await calls.uploadOriginal(bytes)).value
  expect(again.id).toBe(original.id)
  const submit = sampleSubmit(keptEdit(original, mask))
  const { contractVersion, ...body } = submit
  const jobs = [{ ...body, id: 'the-edit-of-a-batch' }]
  const [one, other, batch] = await Promise.all([
    calls.submit(submit),
    calls.submit(submit),
    calls.submitBatch({ contractVersion, jobs }),
  ])
  const ids = [one.value.id, other.value.id, ...batch.value.jobs.map(({ id }) => id)]
  const ended = await Promise.all(ids.map((id) => calls.ended(id)))
  expect(ended.map(({ results }) => results[0]?.composite?.measures?.changedOutside)).toEqual([0, 0, 0])
})

test('a result of another size is put in and said', async () => {
  upstream.next({ kind: 'wrong-size' })
  const job = await calls.ended((await calls.submit(sampleSubmit(keptEdit(original, mask)))).value.id)
  const [result] = job.results
  expect(result?.mismatches).toEqual([expect.stringContaining('was asked for')])
  expect(result).toMatchObject({ image: SIZE, composite: { measures: { changedOutside: 0 } } })
})

test('what is worth knowing of a picture is told of one’s own', async () => {
  const { value } = await calls.measures(original.id)
  expect(value).toMatchObject({ ...SIZE, hasAlpha: false })
  expect(await calls.refused(`/v1/images/${'0'.repeat(64)}/measures`)).toMatchObject({ status: 404 })
})
