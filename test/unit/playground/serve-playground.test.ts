import { request } from 'node:http'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type PlaygroundServer, servePlayground } from '../../../scripts/serve-playground.ts'

const settings = { proxyUrl: 'http://localhost:1234', token: 'fw_member' }
let server: PlaygroundServer

beforeAll(async () => {
  server = await servePlayground({ port: 0, ...settings })
})
afterAll(() => server.close())

/** fetch may not change the Host header. */
function get(
  address: string,
  host: string,
): Promise<{ status: number; body: string; headers: NodeJS.Dict<string | string[]> }> {
  return new Promise((resolve, reject) => {
    const sent = request(address, { headers: { host } }, (answer) => {
      let body = ''
      answer.setEncoding('utf8')
      answer.on('data', (part: string) => {
        body += part
      })
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, body, headers: answer.headers }))
    })
    sent.on('error', reject)
    sent.end()
  })
}

const settingsAt = (host: string) => get(`${server.url.replace('localhost', '127.0.0.1')}/playground.json`, host)

test.each(['localhost', '127.0.0.1:8788', '[::1]:8788'])('gives the settings to a page at %s', async (host) => {
  const { status, body, headers } = await settingsAt(host)
  expect(status).toBe(200)
  expect(JSON.parse(body)).toEqual(settings)
  expect(headers['access-control-allow-origin']).toBeUndefined()
})

test.each(['evil.example', 'localhost.evil.example', 'localhost@evil.example'])(
  'keeps the token from a page at “%s”, even when that name leads here',
  async (host) => {
    const { status, body } = await settingsAt(host)
    expect(status).toBeGreaterThanOrEqual(400)
    expect(body).not.toContain(settings.token)
  },
)

test('answers on the address it tells, and no more once closed', async () => {
  const other = await servePlayground({ port: 0, ...settings })
  expect((await fetch(`${other.url}/playground.json`)).status).toBe(200)
  await other.close()
  await expect(fetch(`${other.url}/playground.json`)).rejects.toThrow()
})

test('serves nothing from outside its folder', async () => {
  const { status } = await get(`${server.url}/..%2f..%2fpackage.json`, 'localhost')
  expect(status).toBe(404)
})
