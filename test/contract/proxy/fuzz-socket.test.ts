import { connect } from 'node:net'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createHandEngine } from '#support/hand-engine.ts'
import { samplePng } from '#support/sample-images.ts'
import { startTestProxy } from '#support/start-test-proxy.ts'

test('raw bytes on the socket do not bring it down', async () => {
  const proxy = await startTestProxy({ parts: { engine: createHandEngine() } })
  const { hostname, port } = new URL(proxy.url)
  const heads = [
    '',
    'GET /v1/jobs HTTP/1.1\r\n',
    'POST /v1/images HTTP/1.1\r\nHost: localhost\r\nContent-Length: 99\r\n\r\n',
  ]
  const tokens = `Authorization: Bearer ${proxy.token}\r\n`
  const chunked = `PUT /v1/jobs/aaaaaaaaaaaaaaaaaaaa HTTP/1.1\r\nHost: localhost\r\n${tokens}Transfer-Encoding: chunked\r\n\r\n`
  const check = fc.asyncProperty(
    fc.constantFrom(...heads, chunked),
    fc.uint8Array({ maxLength: 300 }),
    async (head, bytes) => {
      await new Promise<void>((resolve) => {
        const socket = connect(Number(port), hostname)
        socket.on('error', () => {})
        socket.on('close', () => resolve())
        socket.end(Buffer.concat([Buffer.from(head), bytes]))
        socket.resume()
      })
    },
  )
  await fc.assert(check, { numRuns: 60 })
  expect((await fetch(`${proxy.url}/healthz`)).status).toBe(200)
  const headers = { authorization: `Bearer ${proxy.token}` }
  const upload = await fetch(`${proxy.url}/v1/images`, {
    method: 'POST',
    headers,
    body: new Uint8Array(await samplePng()),
  })
  expect(upload.status).toBe(200)
  await proxy.close()
})
