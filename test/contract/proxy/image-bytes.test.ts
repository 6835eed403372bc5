import { readdir, readlink } from 'node:fs/promises'
import { type IncomingMessage, request } from 'node:http'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import fc from 'fast-check'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { callProxy, type ProxyCalls } from '#support/call-proxy.ts'
import { noise } from '#support/sample-images.ts'
import { startTestProxy, type TestProxy } from '#support/start-test-proxy.ts'

let proxy: TestProxy
let calls: ProxyCalls
let picture: Buffer
let path: string
let etag: string

beforeAll(async () => {
  proxy = await startTestProxy()
  calls = callProxy((at, init) => fetch(proxy.url + at, init), proxy.token)
  picture = await noise(1200, 1200).png().toBuffer()
  const { id } = (await calls.upload(picture)).value
  path = `/v1/images/${id}`
  etag = `"${id}"`
})
afterAll(() => proxy.close())

const get = async (headers: Record<string, string>, method = 'GET') => {
  const response = await calls.raw(path, { method, headers })
  return { status: response.status, headers: response.headers, body: Buffer.from(await response.arrayBuffer()) }
}

test('a picture comes whole, with its length, for good', async () => {
  const { status, headers, body } = await get({})
  expect(status).toBe(200)
  expect(body.equals(picture)).toBe(true)
  expect(Object.fromEntries(headers)).toMatchObject({
    'content-length': String(picture.length),
    'content-type': 'image/png',
    'accept-ranges': 'bytes',
    'cache-control': 'private, max-age=31536000, immutable',
    etag,
  })
})

test('HEAD tells all that GET tells, without the bytes', async () => {
  const head = await get({}, 'HEAD')
  expect(head).toMatchObject({ status: 200, body: Buffer.alloc(0) })
  for (const name of ['content-length', 'content-type', 'etag', 'accept-ranges']) {
    expect(head.headers.get(name)).toBe((await get({})).headers.get(name))
  }
})

test('any part that was asked for comes, as the whole has it', async () => {
  const last = picture.length - 1
  const parts = fc.tuple(fc.nat(last), fc.nat(last + 1000)).map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const)
  await fc.assert(
    fc.asyncProperty(parts, async ([from, to]) => {
      const { status, headers, body } = await get({ range: `bytes=${from}-${to}` })
      expect([status, body.equals(picture.subarray(from, to + 1))]).toEqual([206, true])
      expect(headers.get('content-range')).toBe(`bytes ${from}-${Math.min(to, last)}/${picture.length}`)
      expect(headers.get('content-length')).toBe(String(body.length))
    }),
    { numRuns: 25 },
  )
  expect((await get({ range: 'bytes=-10' })).body.equals(picture.subarray(-10))).toBe(true)
  expect((await get({ range: `bytes=${last}-` })).body.equals(picture.subarray(-1))).toBe(true)
  expect((await get({ range: `bytes=-${picture.length + 5}` })).body.length).toBe(picture.length)
})

test.each([
  ['bytes=0-1,5-6', 200],
  ['bytes=9-2', 200],
  ['bytes=-', 200],
  ['pixels=0-1', 200],
  ['bytes=99999999-', 416],
  ['bytes=-0', 416],
])('the range %s is answered with %i', async (range, status) => {
  const answer = await get({ range })
  expect(answer.status).toBe(status)
  if (status === 416) expect(answer.headers.get('content-range')).toBe(`bytes */${picture.length}`)
  else expect(answer.body.equals(picture)).toBe(true)
})

test('a part of another version of the picture is never given', async () => {
  expect((await get({ range: 'bytes=0-3', 'if-range': etag })).status).toBe(206)
  expect((await get({ range: 'bytes=0-3', 'if-range': '"another"' })).status).toBe(200)
})

test.each([
  ['the tag', () => etag],
  ['a weak tag', () => `W/${etag}`],
  ['one of several', () => `"a", ${etag}`],
  ['any', () => '*'],
])('what is known already is not sent again: %s', async (_, tag) => {
  expect(await get({ 'if-none-match': tag() })).toMatchObject({ status: 304, body: Buffer.alloc(0) })
})

test('nobody learns of another member’s picture by any of this', async () => {
  for (const method of ['GET', 'HEAD']) {
    const other = await fetch(`${proxy.url}/v1/images/${'0'.repeat(64)}`, {
      method,
      headers: { authorization: `Bearer ${proxy.token}`, 'if-none-match': '*', range: 'bytes=0-1' },
    })
    expect(other.status).toBe(404)
    await other.arrayBuffer()
  }
})

/** Files of the data folder's pictures that this process holds open. */
async function openPictures(): Promise<string[]> {
  const handles = await readdir('/proc/self/fd')
  const targets = await Promise.all(handles.map((handle) => readlink(`/proc/self/fd/${handle}`).catch(() => '')))
  return targets.filter((target) => /\/(images|uploads)\//.test(target) && target.startsWith(proxy.dataDir))
}

test.runIf(process.platform === 'linux')('readers that go away in the middle leave no file open', async () => {
  const options = { headers: { authorization: `Bearer ${proxy.token}` }, agent: false as const }
  await Promise.all(
    Array.from({ length: 20 }, () => {
      return new Promise<void>((resolve, reject) => {
        const asked = request(proxy.url + path, options, (answer) => {
          answer.once('data', () => {
            answer.destroy()
            resolve()
          })
        })
        asked.on('error', reject).end()
      })
    }),
  )
  await vi.waitUntil(async () => (await openPictures()).length === 0, { timeout: 10_000 })
  expect((await get({})).body.equals(picture)).toBe(true)
})

test.runIf(process.platform === 'linux')('a picture made for a slow reader waits on disk, without a name', async () => {
  const kept = (await calls.uploadOriginal(await noise(1500, 1300).jpeg().toBuffer())).value
  const options = { headers: { authorization: `Bearer ${proxy.token}` }, agent: false as const }
  const answer = await new Promise<IncomingMessage>((resolve, reject) =>
    request(`${proxy.url}/v1/images/${kept.id}?format=png`, options, resolve).on('error', reject).end(),
  )
  expect(await openPictures()).toEqual([expect.stringContaining('/uploads/')])
  expect(await readdir(join(proxy.dataDir, 'uploads'))).toEqual([])
  const png = await buffer(answer)
  expect(png.length).toBe(Number(answer.headers['content-length']))
  const pixels = (bytes: Uint8Array) => sharp(bytes).raw().toBuffer()
  expect((await pixels(png)).equals(await pixels(await calls.image(kept.id)))).toBe(true)
  await vi.waitUntil(async () => (await openPictures()).length === 0, { timeout: 10_000 })
})

test('an upload that breaks off leaves nothing', async () => {
  const before = await readdir(proxy.dataDir, { recursive: true })
  const uploads = join(proxy.dataDir, 'uploads')
  const asked = request(`${proxy.url}/v1/images`, {
    method: 'POST',
    headers: { authorization: `Bearer ${proxy.token}`, 'content-length': 10_000_000 },
  })
  asked.on('error', () => undefined)
  asked.write(picture.subarray(0, 1_000_000))
  await vi.waitUntil(async () => (await readdir(uploads)).length === 1, { timeout: 10_000 })
  asked.destroy()
  await vi.waitUntil(async () => (await readdir(uploads)).length === 0, { timeout: 10_000 })
  const files = (names: string[]) => names.filter((name) => name.startsWith('images') || name.startsWith('uploads'))
  expect(files(await readdir(proxy.dataDir, { recursive: true })).toSorted()).toEqual(files(before).toSorted())
})
