import { afterAll, beforeAll, expect, test } from 'vitest'
import { callProxy, type ProxyCalls, sampleSubmit } from '#support/call-proxy.ts'
import { sampleBrief } from '#support/sample-brief.ts'
import { samplePng } from '#support/sample-images.ts'
import { startTestProxy, type TestProxy } from '#support/start-test-proxy.ts'

let proxy: TestProxy
let calls: ProxyCalls

beforeAll(async () => {
  proxy = await startTestProxy()
  calls = callProxy((path, init) => fetch(proxy.url + path, init), proxy.token)
})
afterAll(() => proxy.close())

test('without a key the offline engine draws every picture of a job, priced as the real ones', async () => {
  const session = (await calls.session()).value
  expect(session.engine).toEqual({ name: 'offline', simulated: true })
  const { id: imageId } = (await calls.upload(await samplePng())).value
  const brief = sampleBrief({
    exactTexts: ['Morning light'],
    references: [{ imageId, role: 'subject', width: 96, height: 64, name: 'Lamp' }],
    render: { count: 2, partialImages: 1, format: 'jpeg' },
  })
  const { id, price } = (await calls.submit(sampleSubmit(brief))).value
  const job = await calls.ended(id)
  expect(job).toMatchObject({ state: 'done', engine: { simulated: true } })
  expect(job.partials.length).toBeGreaterThan(0)
  expect(job.results).toHaveLength(2)
  for (const { image, mismatches } of job.results) {
    expect(mismatches).toEqual([])
    expect(image).toMatchObject({ ...job.plan.size, format: 'jpeg' })
  }
  expect(job.results[0]?.image.id).not.toBe(job.results[1]?.image.id)
  expect(job.price.charged).toBeGreaterThan(0)
  expect(job.price.charged).toBeLessThanOrEqual(price.reserved)
})
