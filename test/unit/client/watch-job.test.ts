import type { IncomingMessage, ServerResponse } from 'node:http'
import { afterEach, expect, test } from 'vitest'
import { createProxyClient } from '#client/proxy-client.ts'
import type { JobEvent } from '#contract/http-wire.ts'
import { makeFailure } from '#domain/failure.ts'
import { collect } from '#support/collect.ts'
import { type FakeServer, startFakeServer } from '#support/fake-server.ts'
import { sampleJob } from '#support/sample-job.ts'

let server: FakeServer
afterEach(() => server.close())

const job = sampleJob()
const running = (seq: number): JobEvent => ({ seq, type: 'running', job })
const done = (seq: number): JobEvent => ({ seq, type: 'done', job: { ...job, state: 'done' } })
const wire = (event: JobEvent) => `id: ${event.seq}\nevent: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`

type Connection = (response: ServerResponse, request: IncomingMessage) => void
const sends =
  (...events: JobEvent[]): Connection =>
  (response) =>
    response.writeHead(200, { 'content-type': 'text/event-stream' }).end(events.map(wire).join(''))
const refuses =
  (status: number, body: unknown): Connection =>
  (response) =>
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
const breaks: Connection = (response) => response.destroy()

/** Watches a job at a server that answers the nth connection with the nth row, the last row from then on. */
async function watch(connections: Connection[], options: { signal?: AbortSignal; patience?: number } = {}) {
  const asked: (string | undefined)[] = []
  server = await startFakeServer((request, response) => {
    const header = request.headers['last-event-id']
    asked.push(Array.isArray(header) ? header[0] : header)
    connections[Math.min(asked.length, connections.length) - 1]?.(response, request)
  })
  const client = createProxyClient({ baseUrl: server.url, token: 'fw_test' })
  const { signal = new AbortController().signal, patience = 5 } = options
  const events = client.watchJob(job.id, { signal, patience, backOff: () => 1 })
  return { asked, events }
}
const seqs = async (events: AsyncIterable<JobEvent>) => (await collect(events)).map((event) => event.seq)

test('a connection that ends before the job is opened again where it stopped', async () => {
  const { asked, events } = await watch([sends(running(0), running(1)), breaks, sends(running(2), done(3))])
  expect(await seqs(events)).toEqual([0, 1, 2, 3])
  // Broken connections may be tried more than once by the layer below.
  expect(asked[0]).toBeUndefined()
  expect(new Set(asked.slice(1))).toEqual(new Set(['1']))
})

test('what was seen is not told twice when the proxy starts over', async () => {
  const { events } = await watch([sends(running(0), running(1)), sends(running(0), running(1), done(2))])
  expect(await seqs(events)).toEqual([0, 1, 2])
})

test('a proxy that is restarting is waited for', async () => {
  const { events } = await watch([
    sends(running(0)),
    refuses(503, 'starting'),
    refuses(500, { error: makeFailure('internal') }),
    sends(done(1)),
  ])
  expect(await seqs(events)).toEqual([0, 1])
})

test('events that come in pieces are put together', async () => {
  const text = wire(running(0)) + wire(done(1))
  const { events } = await watch([
    (response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' })
      const pieces = text.match(/.{1,97}/gs) ?? []
      for (const piece of pieces) response.write(piece)
      response.end()
    },
  ])
  expect(await seqs(events)).toEqual([0, 1])
})

test('a refusal ends the watching', async () => {
  const { asked, events } = await watch([refuses(404, { error: makeFailure('job_missing') })])
  await expect(seqs(events)).rejects.toMatchObject({ code: 'job_missing' })
  expect(asked).toHaveLength(1)
})

test('a proxy that stays away is given up in the end', async () => {
  const { events } = await watch([sends()], { patience: 3 })
  await expect(seqs(events)).rejects.toMatchObject({ code: 'proxy_unreachable_local' })
  expect(server.count()).toBe(4)
})

test('a stream of something else is not a job', async () => {
  const { events } = await watch([(response) => response.writeHead(200).end('data: {"hello":1}\n\n')])
  await expect(seqs(events)).rejects.toMatchObject({ code: 'proxy_not_framewright' })
})

test('watching stops quietly when it is no longer wanted', async () => {
  const stop = new AbortController()
  const { events } = await watch([(response) => void response.writeHead(200).write(wire(running(0)))], {
    signal: stop.signal,
  })
  const seen: number[] = []
  for await (const event of events) {
    seen.push(event.seq)
    stop.abort()
  }
  expect(seen).toEqual([0])
})
