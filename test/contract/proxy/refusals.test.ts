import { randomUUID } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import { connect } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { SubmitJob } from '#contract/http-wire.ts'
import type { Brief } from '#domain/brief.ts'
import type { FailureCode } from '#domain/failure.ts'
import { addMember } from '#support/add-member.ts'
import { callProxy, type ProxyCalls, sampleSubmit } from '#support/call-proxy.ts'
import { getAs } from '#support/get-as.ts'
import { createHandEngine } from '#support/hand-engine.ts'
import { sampleBrief } from '#support/sample-brief.ts'
import { hugePngHeader, sampleGif, samplePng, textNamedPng, truncated } from '#support/sample-images.ts'
import { startTestProxy, type TestProxy } from '#support/start-test-proxy.ts'

let proxy: TestProxy
let calls: ProxyCalls
const engine = createHandEngine()

beforeAll(async () => {
  proxy = await startTestProxy({ parts: { engine }, stopWaitMs: 0 })
  calls = callProxy((path, init) => fetch(proxy.url + path, init), proxy.token)
})
afterAll(() => proxy.close())

const put = (body: unknown, id: string = randomUUID()) =>
  calls.refused(`/v1/jobs/${id}`, { method: 'PUT', body: typeof body === 'string' ? body : JSON.stringify(body) })

const withBrief = (brief: object): object => ({ ...sampleSubmit(), brief: { ...sampleBrief(), ...brief } })
const withFrame = (frame: object): object => ({ ...sampleSubmit(), frame })
const withRender = (render: object): object => withBrief({ render: { ...sampleBrief().render, ...render } })
const reference = { imageId: 'a'.repeat(64), role: 'subject', width: 10, height: 10, name: '' }

describe('a submit that cannot be taken', () => {
  const cases: [string, unknown, number, FailureCode][] = [
    ['an older contract', { contractVersion: 0, what: 'ever' }, 426, 'contract_mismatch'],
    ['no JSON', 'not { json', 400, 'request_invalid'],
    ['nothing', '', 400, 'request_invalid'],
    ['an unknown field', { ...sampleSubmit(), extra: 1 }, 400, 'request_invalid'],
    ['a frame of nothing', withFrame({ width: 0, height: 100 }), 400, 'frame_invalid'],
    ['a negative frame', withFrame({ width: -100, height: 100 }), 400, 'frame_invalid'],
    ['a frame without a number', withFrame({ width: null, height: 100 }), 400, 'frame_invalid'],
    ['an enormous frame', withFrame({ width: 1e9, height: 100 }), 400, 'frame_invalid'],
    ['an empty idea', withBrief({ idea: ' \n ' }), 400, 'idea_missing'],
    ['40,000 characters', withBrief({ idea: 'a'.repeat(40_000) }), 400, 'prompt_too_long'],
    ['an unknown model', withRender({ model: 'gpt-image-9' }), 400, 'model_unknown'],
    ['a transparent JPEG', withRender({ background: 'transparent', format: 'jpeg' }), 400, 'option_unsupported'],
    ['eleven pictures', withRender({ count: 11 }), 400, 'request_invalid'],
    ['an image nobody has', withBrief({ references: [reference] }), 404, 'image_missing'],
    ['another price', { ...sampleSubmit(), agreedPrice: 1 }, 409, 'price_changed'],
    ['more than a megabyte', `"${'a'.repeat(1024 * 1024)}"`, 413, 'body_too_large'],
  ]
  test.each(cases)('%s', async (_, body, status, code) => {
    const refused = await put(body)
    expect(refused).toMatchObject({ status, value: { code } })
    expect(refused.value.message).not.toContain('unknown)')
  })

  test('17 references', async () => {
    const { id, width, height } = (await calls.upload(await samplePng())).value
    const references = Array.from({ length: 17 }, () => ({ ...reference, imageId: id, width, height }))
    expect(await put(withBrief({ references }))).toMatchObject({ status: 400, value: { code: 'too_many_references' } })
  })

  test('an id that is none', async () => {
    expect(await put(sampleSubmit(), 'short')).toMatchObject({ status: 400, value: { code: 'request_invalid' } })
  })

  test('nothing of it was sent, stored or reserved', async () => {
    expect((await calls.usage()).value).toMatchObject({ jobs: 0, budget: { reserved: 0, settled: 0 } })
    expect(engine.calls).toHaveLength(0)
  })
})

test('a reference counts with the size the proxy knows, not the one it is told', async () => {
  const { id } = (await calls.upload(await samplePng(1024, 1024))).value
  const small: Brief = sampleBrief({ references: [{ imageId: id, role: 'subject', width: 16, height: 16, name: '' }] })
  expect(await put(sampleSubmit(small))).toMatchObject({ status: 409, value: { code: 'price_changed' } })
})

test('over budget is refused before anything is sent, with what is missing', async () => {
  const token = await addMember(proxy, 'poor', 5_000)
  const poor = callProxy((path, init) => fetch(proxy.url + path, init), token)
  const body: SubmitJob = sampleSubmit(sampleBrief({ render: { stage: 'final' } }))
  const { status, value } = await poor.refused(`/v1/jobs/${randomUUID()}`, {
    method: 'PUT',
    body: JSON.stringify(body),
  })
  expect(status).toBe(402)
  expect(value.message).toMatch(/This costs \$0\.\d+ and \$0\.005 is left of your budget, so \$0\.\d+ is missing/)
  expect((await poor.usage()).value).toMatchObject({ jobs: 0, budget: { budget: 5_000, left: 5_000 } })
})

describe('a picture that cannot be kept', () => {
  const cases: [string, () => Uint8Array | Promise<Uint8Array>, number, FailureCode][] = [
    ['a text file', textNamedPng, 415, 'image_unreadable'],
    ['nothing', () => new Uint8Array(), 415, 'image_unreadable'],
    ['a PNG cut short', async () => truncated(await samplePng(), 0.6), 422, 'image_damaged'],
    ['a header of 30,000 × 30,000', hugePngHeader, 413, 'image_too_large'],
    ['more than 50 MB', () => new Uint8Array(50 * 1024 * 1024 + 1), 413, 'image_too_heavy'],
  ]
  test.each(cases)('%s', async (_, bytes, status, code) => {
    const refused = await calls.refused('/v1/images', { method: 'POST', body: new Uint8Array(await bytes()) })
    expect(refused).toMatchObject({ status, value: { code } })
  })

  test('more than 50 MB of unknown length', async () => {
    const megabyte = new Uint8Array(1024 * 1024)
    let sent = 0
    const body = new ReadableStream({
      pull(stream) {
        if (sent++ > 50) stream.close()
        else stream.enqueue(megabyte)
      },
    })
    const refused = await calls.refused('/v1/images', { method: 'POST', body, duplex: 'half' })
    expect(refused).toMatchObject({ status: 413, value: { code: 'image_too_heavy' } })
  })
})

test('a client that goes away in mid-upload leaves nothing behind', async () => {
  const files = async () => (await readdir(join(proxy.dataDir, 'images'), { recursive: true })).toSorted()
  const before = await files()
  const { hostname, port } = new URL(proxy.url)
  const socket = connect(Number(port), hostname)
  socket.write(`POST /v1/images HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer ${proxy.token}\r\n`)
  socket.write('Content-Length: 100000\r\n\r\n')
  await new Promise<void>((resolve) => socket.write(truncated(Buffer.alloc(50_000, 1)), () => resolve()))
  socket.destroy()
  // The proxy goes on: a whole upload is taken, and only it is new.
  const { id } = (await calls.upload(await samplePng(33, 44))).value
  const after = await files()
  expect(after.filter((name) => !before.includes(name) && name.length > 2)).toEqual([join(id.slice(0, 2), id)])
})

describe('who may call', () => {
  test.each(['', 'Bearer wrong', 'Bearer ', 'Basic abc', `Bearer fw_${'A'.repeat(43)}`])(
    'not “%s”',
    async (authorization) => {
      const response = await fetch(`${proxy.url}/v1/session`, { headers: authorization ? { authorization } : {} })
      expect(response.status).toBe(401)
      expect(await response.json()).toMatchObject({ error: { code: 'token_wrong' } })
      expect(response.headers.get('access-control-allow-origin')).toBe('*')
    },
  )

  test('a member sees nothing of another’s', async () => {
    const token = await addMember(proxy, 'other', 25_000_000)
    const other = callProxy((path, init) => fetch(proxy.url + path, init), token)
    const { id: imageId } = (await calls.upload(await samplePng(50, 60))).value
    const { id: jobId } = (await calls.submit(sampleSubmit())).value
    expect(await other.refused(`/v1/images/${imageId}`)).toMatchObject({
      status: 404,
      value: { code: 'image_missing' },
    })
    for (const path of [`/v1/jobs/${jobId}`, `/v1/jobs/${jobId}/events`]) {
      expect(await other.refused(path)).toMatchObject({ status: 404, value: { code: 'job_missing' } })
    }
    expect(await other.refused(`/v1/jobs/${jobId}`, { method: 'DELETE' })).toMatchObject({ status: 404 })
    expect((await other.jobs()).value.jobs).toEqual([])
    const brief = sampleBrief({ references: [{ imageId, role: 'subject', width: 50, height: 60, name: '' }] })
    const stolen = await other.refused(`/v1/jobs/${randomUUID()}`, {
      method: 'PUT',
      body: JSON.stringify(sampleSubmit(brief)),
    })
    expect(stolen).toMatchObject({ status: 404, value: { code: 'image_missing' } })
    expect((await other.upload(await samplePng(50, 60))).value.id).toBe(imageId)
    expect((await other.raw(`/v1/images/${imageId}`)).status).toBe(200)
  })

  test('not by another name than this machine’s', async () => {
    const { status, body } = await getAs(`${proxy.url}/healthz`, 'evil.example')
    expect([status, body]).toEqual([421, expect.stringContaining('host_refused')])
    expect((await getAs(`${proxy.url}/healthz`, 'localhost:1')).status).toBe(200)
  })
})

test('pictures are served once and for all: in full, small, in another format', async () => {
  const { id } = (await calls.upload(await samplePng(200, 100))).value
  const full = await calls.raw(`/v1/images/${id}`)
  expect(full.headers.get('content-type')).toBe('image/png')
  expect(full.headers.get('cache-control')).toContain('immutable')
  const etag = full.headers.get('etag') ?? ''
  expect((await calls.raw(`/v1/images/${id}`, { headers: { 'if-none-match': etag } })).status).toBe(304)

  const small = await calls.raw(`/v1/images/${id}?width=64`)
  const smallBytes = new Uint8Array(await small.arrayBuffer())
  expect((await calls.upload(smallBytes)).value).toMatchObject({ width: 64, height: 32 })
  const jpeg = await calls.raw(`/v1/images/${id}?format=jpeg`)
  expect(jpeg.headers.get('content-type')).toBe('image/jpeg')
  expect([...new Uint8Array(await jpeg.arrayBuffer()).subarray(0, 3)]).toEqual([0xff, 0xd8, 0xff])
  expect(await calls.refused(`/v1/images/${id}?width=9`)).toMatchObject({ status: 400 })
  expect(await calls.refused(`/v1/images/${id}?hight=9`)).toMatchObject({ status: 400 })
  expect(await calls.refused('/v1/images/..%2f..%2flocal-token')).toMatchObject({ status: 404 })
})

test('the same picture is kept once; a GIF becomes a PNG', async () => {
  const first = (await calls.upload(await samplePng(70, 70))).value
  const second = (await calls.upload(await samplePng(70, 70))).value
  expect(second).toEqual(first)
  expect((await calls.upload(await sampleGif())).value.format).toBe('png')
})

test('any page may call, from a public address too', async () => {
  const response = await fetch(`${proxy.url}/v1/jobs/${randomUUID()}`, {
    method: 'OPTIONS',
    headers: {
      origin: 'null',
      'access-control-request-method': 'PUT',
      'access-control-request-headers': 'authorization,content-type',
      'access-control-request-private-network': 'true',
    },
  })
  expect(response.status).toBe(204)
  expect(response.headers.get('access-control-allow-origin')).toBe('*')
  expect(response.headers.get('access-control-allow-credentials')).toBeNull()
  expect(response.headers.get('access-control-allow-methods')).toContain('PUT')
  expect(response.headers.get('access-control-allow-headers')).toContain('authorization')
  expect(response.headers.get('access-control-allow-private-network')).toBe('true')
})

test('what is not there is a sentence', async () => {
  expect(await calls.refused('/v1/nothing')).toMatchObject({ status: 404, value: { code: 'not_found' } })
  expect(await calls.refused(`/v1/jobs/${randomUUID()}`)).toMatchObject({ status: 404, value: { code: 'job_missing' } })
  expect(await calls.refused('/v1/jobs/x')).toMatchObject({ status: 404, value: { code: 'job_missing' } })
  expect(await calls.refused('/v1/jobs?limit=0')).toMatchObject({ status: 400, value: { code: 'request_invalid' } })
})

test('both addresses of localhost answer', async () => {
  const { port } = new URL(proxy.url)
  for (const host of ['127.0.0.1', '[::1]']) {
    const health = await fetch(`http://${host}:${port}/healthz`)
    expect(await health.json()).toEqual({ ok: true, checks: { process: 'up' } })
  }
  const ready = await fetch(`${proxy.url}/readyz`)
  expect(await ready.json()).toMatchObject({ ok: true, checks: { database: 'The database answers.' } })
})
