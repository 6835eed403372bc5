import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { AppError } from '#domain/app-error.ts'
import { checkHost } from '#proxy/http/check-host.ts'

async function statusOf(listeningOn: string, host: string): Promise<number> {
  const app = new Hono().use(checkHost(listeningOn)).get('/', (c) => c.text(''))
  app.onError((error, c) => c.text('', error instanceof AppError && error.code === 'host_refused' ? 421 : 500))
  return (await app.request('/', { headers: { host } })).status
}

test.each(['localhost', '127.0.0.1', '127.9.9.9', '::1', '0:0:0:0:0:0:0:1', '0::1', '::ffff:127.0.0.1'])(
  'listening on %s, which is this machine, it answers to the names of this machine alone',
  async (listeningOn) => {
    for (const host of ['localhost:8787', '127.0.0.1', '[::1]:8787', '[0:0::1]', '[::ffff:127.0.0.1]']) {
      expect([host, await statusOf(listeningOn, host)]).toEqual([host, 200])
    }
    for (const host of ['evil.example', '10.0.0.1', '[::2]', '127.0.0.1.evil.example']) {
      expect([host, await statusOf(listeningOn, host)]).toEqual([host, 421])
    }
  },
)

test.each(['0.0.0.0', '::', '192.168.1.2'])('listening on %s it answers to any name', async (listeningOn) => {
  expect(await statusOf(listeningOn, 'design.example')).toBe(200)
})
