import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { getAs } from '#support/get-as.ts'
import { createHandEngine } from '#support/hand-engine.ts'
import { startTestProxy, type TestProxy, type TestProxyOverrides, temporaryFolder } from '#support/start-test-proxy.ts'

const open: TestProxy[] = []
afterEach(async () => {
  for (const proxy of open.splice(0)) await proxy.close()
})

async function start(overrides: TestProxyOverrides = {}): Promise<TestProxy> {
  const proxy = await startTestProxy({ parts: { engine: createHandEngine() }, ...overrides })
  open.push(proxy)
  return proxy
}

test('a port in use is an error, and the data folder is free again', async () => {
  const { url } = await start()
  const dataDir = await temporaryFolder()
  await expect(start({ dataDir, port: Number(new URL(url).port) })).rejects.toMatchObject({ code: 'EADDRINUSE' })
  const other = await start({ dataDir })
  expect((await fetch(`${other.url}/readyz`)).status).toBe(200)
})

test.each(['127.0.0.1', '0.0.0.0'])('listening on %s, it says where it is reached from this machine', async (host) => {
  const { url } = await start({ host })
  expect((await fetch(`${url}/healthz`)).status).toBe(200)
})

test('listening for others, it answers by whatever name they use', async () => {
  const { url } = await start({ host: '0.0.0.0' })
  expect((await getAs(`${url}/healthz`, 'design.example')).status).toBe(200)
})

test('a proxy that cannot keep pictures says it is not ready', async () => {
  const { url, dataDir } = await start()
  await rm(join(dataDir, 'images'), { recursive: true })
  const ready = await fetch(`${url}/readyz`)
  expect(ready.status).toBe(503)
  expect(await ready.json()).toMatchObject({
    ok: false,
    checks: { database: 'The database answers.', images: 'Pictures cannot be kept or read.' },
  })
})
