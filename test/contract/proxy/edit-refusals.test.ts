import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { KeptMask } from '#contract/http-wire.ts'
import type { Brief } from '#domain/brief.ts'
import type { ImageInfo } from '#domain/image.ts'
import { addMember } from '#support/add-member.ts'
import { callProxy, type ProxyCalls, sampleSubmit } from '#support/call-proxy.ts'
import { createHandEngine } from '#support/hand-engine.ts'
import { keptEdit, maskPng } from '#support/kept-edit.ts'
import { samplePng, truncated } from '#support/sample-images.ts'
import { startTestProxy, type TestProxy, testConfig } from '#support/start-test-proxy.ts'

const SIZE = { width: 900, height: 600 }
const BOX = { x: 300, y: 200, width: 240, height: 160 }

const engine = createHandEngine({ simulated: false })
let proxy: TestProxy
let calls: ProxyCalls
let original: ImageInfo
let mask: KeptMask

beforeAll(async () => {
  proxy = await startTestProxy({ parts: { engine }, stopWaitMs: 0 })
  calls = callProxy((path, init) => fetch(proxy.url + path, init), proxy.token)
  original = (await calls.uploadOriginal(await samplePng(SIZE.width, SIZE.height))).value
  mask = (await calls.uploadMask(await maskPng(SIZE, BOX), SIZE)).value
})
afterAll(() => proxy.close())

const post = (path: string, bytes: Uint8Array) => calls.refused(path, { method: 'POST', body: new Uint8Array(bytes) })
const uploadMask = (bytes: Uint8Array) => post(`/v1/masks?width=${SIZE.width}&height=${SIZE.height}`, bytes)

/** The failure of submitting a brief with the price that would be shown for it. */
const submitted = async (brief: Brief, as = calls) =>
  as.refused('/v1/jobs/an-edit-that-is-refused', { method: 'PUT', body: JSON.stringify(sampleSubmit(brief)) })

describe('a mask is refused before it is kept', () => {
  test('when it covers nothing, everything, or is of another size', async () => {
    const all = { x: 0, y: 0, ...SIZE }
    expect(await uploadMask(await maskPng(SIZE, null))).toMatchObject({ status: 422, value: { code: 'mask_empty' } })
    expect(await uploadMask(await maskPng(SIZE, all))).toMatchObject({
      status: 422,
      value: { code: 'mask_everything' },
    })
    const other = await uploadMask(await maskPng({ width: 901, height: 600 }, BOX))
    expect(other).toMatchObject({ status: 422, value: { code: 'mask_size' } })
    expect(other.value.message).toContain('901 × 600 pixels and the picture 900 × 600')
  })

  test('when it is damaged, no PNG, or for a canvas nobody can have', async () => {
    const whole = await maskPng(SIZE, BOX)
    expect((await uploadMask(truncated(whole, 0.5))).value.code).toBe('image_damaged')
    expect((await uploadMask(await sharp(whole).jpeg().toBuffer())).value.code).toBe('mask_not_png')
    expect((await post('/v1/masks?width=20000&height=20000', whole)).value.code).toBe('image_too_large')
    expect((await post('/v1/masks?width=0', whole)).value.code).toBe('request_invalid')
  })
})

describe('an edit is refused at no cost', () => {
  test('when its mask is a picture that never was a mask, or a mask for another canvas', async () => {
    const asMask = (image: ImageInfo) => ({ imageId: image.id, box: BOX })
    const same = (await calls.uploadOriginal(await samplePng(SIZE.width, SIZE.height))).value
    const never = (await submitted(keptEdit(original, null, { mask: asMask(same) }))).value
    expect(never).toMatchObject({ code: 'request_invalid', message: expect.stringContaining('brief.edit.mask') })
    const other = (await calls.uploadOriginal(await samplePng(640, 480))).value
    expect((await submitted(keptEdit(original, null, { mask: asMask(other) }))).value.code).toBe('mask_size')
  })

  test('when its original or its mask is gone, was never there, or is another member’s', async () => {
    const unknown = { ...original, id: '0'.repeat(64) }
    expect(await submitted(keptEdit(unknown, null))).toMatchObject({ status: 404, value: { code: 'image_missing' } })
    const noMask = { imageId: '0'.repeat(64), box: BOX }
    expect((await submitted(keptEdit(original, null, { mask: noMask }))).value.code).toBe('image_missing')
    const token = await addMember(testConfig(proxy.dataDir), 'mallory', 25_000_000)
    const mallory = callProxy((path, init) => fetch(proxy.url + path, init), token)
    expect((await submitted(keptEdit(original, null), mallory)).value.code).toBe('image_missing')
    const own = (await mallory.uploadOriginal(await samplePng(SIZE.width, SIZE.height))).value
    expect((await submitted(keptEdit(own, mask), mallory)).value.code).toBe('image_missing')
  })

  test('when the brief says another size of the original than the proxy keeps', async () => {
    const larger = { ...original, width: 1800, height: 1200 }
    const { value } = await submitted(keptEdit(larger, null))
    expect(value).toMatchObject({ code: 'request_invalid', details: { where: 'brief.edit.original' } })
  })

  test('when the original is too small to edit', async () => {
    const dot = (await calls.uploadOriginal(await samplePng(1, 1))).value
    expect(dot).toMatchObject({ width: 1, height: 1 })
    const body = { ...sampleSubmit(keptEdit(original, null)), brief: keptEdit(dot, null) }
    const refused = await calls.refused('/v1/jobs/an-edit-of-one-pixel', { method: 'PUT', body: JSON.stringify(body) })
    expect(refused).toMatchObject({ status: 400, value: { code: 'original_too_small' } })
  })

  test('and nothing was held back or sent', async () => {
    expect((await calls.usage()).value.budget).toMatchObject({ reserved: 0, settled: 0 })
    expect(engine.calls).toHaveLength(0)
  })
})

test('a box that is not the mask’s is not believed: the price and what is sent follow the mask', async () => {
  const brief = keptEdit(original, mask, {
    mask: { imageId: mask.image.id, box: { x: 0, y: 0, width: 1, height: 1 } },
  })
  const honest = sampleSubmit(keptEdit(original, mask))
  const { id } = (await calls.submit({ ...honest, brief })).value
  await (await engine.call(0)).answer()
  const job = await calls.ended(id)
  expect(job.brief.edit?.mask?.box).toEqual(BOX)
  expect(job.results[0]?.composite?.measures?.changedOutside).toBe(0)
})

test('a GIF that moves is no original; one that stands still is', async () => {
  const frames = Buffer.from(
    await sharp({ create: { width: 40, height: 80, channels: 3, background: 'red' } })
      .raw()
      .toBuffer(),
  )
  const raw = { width: 40, height: 80, channels: 3 as const, pageHeight: 40 }
  frames.fill(90, 0, 40 * 40 * 3)
  const moving = await sharp(frames, { raw }).gif().toBuffer()
  const still = await sharp(frames, { raw: { width: 40, height: 80, channels: 3 } })
    .gif()
    .toBuffer()
  expect(await post('/v1/images?as=original', moving)).toMatchObject({ status: 415, value: { code: 'image_animated' } })
  expect((await calls.uploadOriginal(still)).value).toMatchObject({ width: 40, height: 80, format: 'png' })
})

test('an original that is lost from the store fails the job at no cost, and nothing is sent', async () => {
  const gone = (await calls.uploadOriginal(await samplePng(700, 500))).value
  await rm(join(proxy.dataDir, 'images', gone.id.slice(0, 2), gone.id))
  const made = engine.calls.length
  const { reserved, settled } = (await calls.usage()).value.budget
  const job = await calls.ended((await calls.submit(sampleSubmit(keptEdit(gone, null)))).value.id)
  expect(job).toMatchObject({ state: 'failed', failure: { code: 'image_missing' }, mayHaveBeenCharged: false })
  expect(engine.calls).toHaveLength(made)
  expect((await calls.usage()).value.budget).toMatchObject({ reserved, settled })
})

test.each(['9', '10', '-1', 'x'])('there is no raw picture of result %s', async (index) => {
  const [job] = (await calls.jobs('?state=done')).value.jobs
  const refused = await calls.refused(`/v1/jobs/${job?.id}/results/${index}/raw`)
  expect(refused).toMatchObject({ status: 404, value: { code: 'raw_missing' } })
})

test('another member’s raw picture is missing with its job', async () => {
  const [job] = (await calls.jobs('?state=done')).value.jobs
  const token = await addMember(testConfig(proxy.dataDir), 'eve', 1)
  const eve = callProxy((path, init) => fetch(proxy.url + path, init), token)
  expect((await eve.refused(`/v1/jobs/${job?.id}/results/0/raw`)).value.code).toBe('job_missing')
})
