import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Job } from '#domain/job.ts'
import { callProxy, type ProxyCalls, sampleSubmit } from '#support/call-proxy.ts'
import { createHandEngine } from '#support/hand-engine.ts'
import { sampleBrief } from '#support/sample-brief.ts'
import { hugePngHeader, noise } from '#support/sample-images.ts'
import { startTestProxy, type TestProxy } from '#support/start-test-proxy.ts'

const KEY = '#00ff00'

const engine = createHandEngine({ simulated: false })
let proxy: TestProxy
let calls: ProxyCalls
beforeAll(async () => {
  proxy = await startTestProxy({ parts: { engine }, stopWaitMs: 0 })
  calls = callProxy((path, init) => fetch(proxy.url + path, init), proxy.token)
})
afterAll(() => proxy.close())

const onKey = (width: number, height: number): Promise<Buffer> => {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="${KEY}"/><circle cx="50%" cy="50%" r="20%" fill="#c02040"/></svg>`
  return sharp(Buffer.from(svg)).removeAlpha().png().toBuffer()
}

/** A cutout of which the engine makes the drawn pictures. */
async function cutOut(draw: ((width: number, height: number) => Promise<Buffer>)[]): Promise<Job> {
  const number = engine.calls.length
  const brief = sampleBrief({ mode: 'cutout', idea: 'A red ball', cutout: { key: KEY } })
  const frame = { width: 512, height: 512, name: 'Ball' }
  const render = { ...brief.render, count: draw.length }
  const { id, plan } = (await calls.submit(sampleSubmit({ ...brief, render }, frame))).value
  const images = await Promise.all(draw.map((one) => one(plan.size.width, plan.size.height)))
  await (await engine.call(number)).answer({ images })
  return calls.ended(id)
}

test('the subject alone is delivered, and the picture it was cut from is kept', async () => {
  const { results, plan, price } = await cutOut([onKey])
  const { width, height } = plan.size
  const [result] = results
  expect(result?.cutout).toMatchObject({ way: 'key', refused: null })
  expect(result?.cutout?.transparent).toBeCloseTo(1 - Math.PI * 0.04, 1)
  const { data, info } = await sharp(await calls.image(result?.image.id ?? ''))
    .raw()
    .toBuffer({ resolveWithObject: true })
  expect(info).toMatchObject({ width, height, channels: 4 })
  expect(data[3]).toBe(0)
  const middle = ((height / 2) * width + width / 2) * 4
  expect([...data.subarray(middle, middle + 4)]).toEqual([0xc0, 0x20, 0x40, 255])
  expect((await calls.image(result?.cutout?.raw.id ?? '')).equals(await onKey(width, height))).toBe(true)
  expect(price.charged).toBeGreaterThan(0)
})

test('what is no cutout is delivered as it came, with the reason; what cannot be opened too', async () => {
  const { id, results } = await cutOut([
    (width, height) => noise(width, height).png().toBuffer(),
    async (width, height) => hugePngHeader(width, height),
  ])
  const [refused, broken] = results
  expect(refused?.cutout).toMatchObject({ way: 'key', refused: 'not_flat', raw: { id: refused?.image.id } })
  expect(broken).toMatchObject({ cutout: null, mismatches: [expect.stringContaining('could not be cut out')] })
  expect((await calls.refused(`/v1/jobs/${id}/results/0/raw`)).value.code).toBe('raw_missing')
})
