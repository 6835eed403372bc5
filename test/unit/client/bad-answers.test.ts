import type { RequestListener, ServerResponse } from 'node:http'
import { afterEach, expect, test } from 'vitest'
import { createProxyClient, type ProxyClient } from '#client/proxy-client.ts'
import { makeFailure } from '#domain/failure.ts'
import { type FakeServer, startFakeServer } from '#support/fake-server.ts'
import { sampleBrief } from '#support/sample-brief.ts'

let server: FakeServer
afterEach(() => server.close())

async function clientOf(answer: RequestListener): Promise<ProxyClient> {
  server = await startFakeServer(answer)
  return createProxyClient({ baseUrl: server.url, token: 'fw_test' })
}

const json = (response: ServerResponse, status: number, value: unknown) =>
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value))
const order = {
  frame: { width: 1440, height: 900, name: '' },
  brief: sampleBrief(),
  agreedPrice: 1,
  agreedCredits: null,
}
const jobId = 'job-0000000000000001'

test.each<[string, RequestListener, string]>([
  ['a web page', (_, response) => response.end('<!doctype html>'), 'proxy_not_framewright'],
  ['other JSON', (_, response) => json(response, 200, { hello: 'world' }), 'proxy_not_framewright'],
  ['a 404 page', (_, response) => response.writeHead(404).end('nothing here'), 'proxy_not_framewright'],
  [
    'a gateway with no proxy behind it',
    (_, response) => response.writeHead(502).end('Bad gateway'),
    'proxy_unreachable_local',
  ],
  ['a broken connection', (request) => request.destroy(), 'proxy_unreachable_local'],
  [
    'an answer cut short',
    (_, response) => {
      response.writeHead(200, { 'content-length': '900' }).write('{"contr')
      setImmediate(() => response.destroy())
    },
    'proxy_unreachable_local',
  ],
  ['a newer contract', (_, response) => json(response, 200, { contractVersion: 99 }), 'contract_mismatch'],
  [
    'the proxy’s own failure',
    (_, response) => json(response, 401, { error: makeFailure('token_wrong') }),
    'token_wrong',
  ],
])('%s', async (_, answer, code) => {
  const client = await clientOf(answer)
  await expect(client.session()).rejects.toMatchObject({ name: 'AppError', code })
})

test('a picture cut short is no picture', async () => {
  const client = await clientOf((_, response) => {
    response.writeHead(200, { 'content-length': '900' }).write('abc')
    setImmediate(() => response.destroy())
  })
  await expect(client.image('a'.repeat(64))).rejects.toMatchObject({ code: 'proxy_unreachable_local' })
})

test.each<[string, (client: ProxyClient) => Promise<unknown>]>([
  ['a picture', (client) => client.image('a'.repeat(64))],
  ['a session', (client) => client.session()],
])('%s that stalls half-way is given up', async (_, ask) => {
  server = await startFakeServer((_, response) => response.writeHead(200, { 'content-length': '900' }).write('{"a'))
  const client = createProxyClient({ baseUrl: server.url, token: 'fw_test', timeout: 200 })
  await expect(ask(client)).rejects.toMatchObject({ code: 'proxy_unreachable_local' })
})

test('a submit that got no answer is sent again, for it is the same job', async () => {
  const client = await clientOf((request) => request.destroy())
  await expect(client.putJob(jobId, order)).rejects.toMatchObject({ code: 'proxy_unreachable_local' })
  expect(server.count()).toBe(3)
})

test('an upload, a cancel and a refused submit are sent once', async () => {
  const client = await clientOf((request, response) =>
    request.method === 'PUT' ? json(response, 500, { error: makeFailure('internal') }) : request.destroy(),
  )
  await expect(client.uploadImage(new Uint8Array(4))).rejects.toMatchObject({ code: 'proxy_unreachable_local' })
  expect(server.count()).toBe(1)
  await expect(client.cancelJob(jobId)).rejects.toMatchObject({ code: 'proxy_unreachable_local' })
  expect(server.count()).toBe(2)
  await expect(client.putJob(jobId, order)).rejects.toMatchObject({ code: 'internal' })
  expect(server.count()).toBe(3)
})
