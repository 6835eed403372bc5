import { rename } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { callProxy, type ProxyCalls, sampleSubmit } from '#support/call-proxy.ts'
import { createHandEngine } from '#support/hand-engine.ts'
import { samplePng } from '#support/sample-images.ts'
import { startTestProxy, type TestProxy } from '#support/start-test-proxy.ts'

const engine = createHandEngine({ simulated: false })
let proxy: TestProxy
let calls: ProxyCalls
beforeEach(async () => {
  proxy = await startTestProxy({ parts: { engine } })
  calls = callProxy((path, init) => fetch(proxy.url + path, init), proxy.token)
})
afterEach(() => proxy.close())

test('a paid picture that the disk does not take ends the job with that reason, its price held back', async () => {
  const { id, price, plan } = (await calls.submit(sampleSubmit())).value
  const call = await engine.call(0)
  const arriving = join(proxy.dataDir, 'arriving')
  await rename(arriving, `${arriving}-away`)
  const picture = await samplePng(plan.size.width, plan.size.height)
  async function* bytes() {
    yield picture
  }
  const error = await call.keep(bytes()).catch((cause: unknown) => cause)
  await rename(`${arriving}-away`, arriving)
  call.fail(error instanceof Error ? error : new Error('The picture was kept'))
  expect(await calls.ended(id)).toMatchObject({
    state: 'failed',
    failure: { code: 'picture_not_kept' },
    mayHaveBeenCharged: true,
  })
  expect((await calls.usage()).value.budget).toMatchObject({ reserved: price.reserved, settled: 0 })
})
