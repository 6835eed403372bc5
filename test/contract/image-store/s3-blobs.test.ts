import { createHash } from 'node:crypto'
import { readdir, readlink, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { openBucket } from '#proxy/image-store/open-bucket.ts'
import { readS3Address } from '#proxy/image-store/s3-address.ts'
import { openS3Blobs } from '#proxy/image-store/s3-blobs.ts'
import { createLog } from '#proxy/log.ts'
import type { FakeS3 } from '#support/fake-s3/start-fake-s3.ts'
import { startBucket } from '#support/start-bucket.ts'
import { temporaryFolder } from '#support/start-test-proxy.ts'
import { describeBlobStore } from './blob-store-contract.ts'

/** For servers that say nothing. */
const hasty = { times: { connectMs: 1_000, silentMs: 300 } }
const picture = Buffer.from('not really a picture')
const id = createHash('sha256').update(picture).digest('hex')
const log = createLog('silent')

let s3: FakeS3
let folder: string

async function open(parts = {}) {
  s3 = await startBucket()
  folder = await temporaryFolder()
  return openAgain(parts)
}
const openAgain = (parts = {}) => openS3Blobs(readS3Address(s3.address), { folder, log, ...parts })

async function close() {
  await s3.close()
  await rm(folder, { recursive: true })
}

describeBlobStore('a bucket', async () => {
  const blobs = await open()
  return {
    blobs,
    count: async () => s3.objects.size + (await readdir(folder)).length,
    breakDown: async () => s3.misbehave('error'),
    async close() {
      await blobs.close()
      await close()
    },
  }
})

test('without mayWait a bucket that does not answer refuses the picture, which is nowhere then', async () => {
  const blobs = await open(hasty)
  for (const how of ['error', 'cut', 'silent'] as const) {
    s3.misbehave(how)
    await expect(blobs.write([picture])).rejects.toMatchObject({ code: 'storage_failed' })
  }
  expect(await readdir(folder)).toEqual([])
  s3.misbehave(null)
  await expect(blobs.read(id)).rejects.toMatchObject({ code: 'image_missing' })
  await blobs.close()
  await close()
})

/** Files of the folder this process has open, removed ones among them. Empty where the system does not tell. */
async function openFiles(): Promise<string[]> {
  const handles = await readdir('/proc/self/fd').catch(() => [])
  const paths = await Promise.all(handles.map((handle) => readlink(join('/proc/self/fd', handle)).catch(() => '')))
  return paths.filter((path) => path.startsWith(folder))
}

test('a picture that could not be sent leaves no file open', async () => {
  const blobs = await open(hasty)
  for (const how of ['error', 'cut', 'silent'] as const) {
    s3.misbehave(how)
    await expect(blobs.write([Buffer.alloc(3_000_000)])).rejects.toMatchObject({ code: 'storage_failed' })
  }
  expect(await openFiles()).toEqual([])
  await blobs.close()
  await close()
})

test('a file that is gone before it is sent is a failure of that call alone', async () => {
  s3 = await startBucket()
  folder = await temporaryFolder()
  const bucket = openBucket(readS3Address(s3.address))
  await expect(bucket.put(join(folder, 'gone'), { id, bytes: 1 })).rejects.toMatchObject({ code: 'storage_failed' })
  bucket.close()
  await close()
})

test('beside a running proxy, pictures that wait are left to it', async () => {
  const first = await open(hasty)
  s3.misbehave('silent')
  await first.write([picture], { mayWait: true })
  await first.close()
  s3.misbehave(null)
  const asked = s3.requests.length
  const beside = await openAgain({ sends: false })
  await beside.close()
  expect([s3.requests.length, await readdir(folder)]).toEqual([asked, [id]])
  await close()
})

test('a failure that passes is not noticed; a refusal is asked once', async () => {
  const blobs = await open()
  s3.misbehave('error', 1)
  await blobs.write([picture])
  expect(s3.requests).toEqual([`PUT pictures/${id}`, `PUT pictures/${id}`])
  expect(s3.objects.get(`pictures/${id}`)?.bytes).toEqual(picture)
  s3.key.secretAccessKey = 'changed'
  await expect(blobs.write([picture])).rejects.toMatchObject({ code: 'storage_failed' })
  await expect(blobs.read(id)).rejects.toMatchObject({ code: 'storage_failed' })
  expect(s3.requests).toHaveLength(4)
  await blobs.close()
  await close()
})

test('a picture that may wait is read from disk until the bucket takes it', async () => {
  const blobs = await open()
  s3.misbehave('error')
  expect(await blobs.write([picture], { mayWait: true })).toEqual({ id, bytes: picture.byteLength })
  expect(await buffer(await blobs.read(id))).toEqual(picture)
  expect(await buffer(await blobs.read(id, { from: 4, to: 9 }))).toEqual(Buffer.from('really'))
  s3.misbehave(null)
  await expect.poll(() => s3.objects.get(`pictures/${id}`)?.bytes, { timeout: 5_000 }).toEqual(picture)
  await expect.poll(() => readdir(folder)).toEqual([])
  expect(await buffer(await blobs.read(id))).toEqual(picture)
  await blobs.close()
  await close()
})

test('a picture that waited when the proxy stopped is sent by the next one', async () => {
  const first = await open(hasty)
  s3.misbehave('silent')
  await first.write([picture], { mayWait: true })
  await first.close()
  expect(await readdir(folder)).toEqual([id])
  s3.misbehave(null)
  const second = await openAgain()
  await expect.poll(() => s3.objects.get(`pictures/${id}`)?.bytes, { timeout: 5_000 }).toEqual(picture)
  await second.close()
  await close()
})

test('an answer that breaks off in the middle is an error, not a shorter picture', async () => {
  const blobs = await open()
  await blobs.write([picture])
  s3.misbehave('cut')
  await expect(blobs.read(id).then(buffer)).rejects.toThrow()
  await blobs.close()
  await close()
})
