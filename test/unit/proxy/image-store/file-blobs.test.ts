import { createHash } from 'node:crypto'
import { mkdir, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openFileBlobs } from '#proxy/image-store/file-blobs.ts'
import { UNFINISHED } from '#proxy/image-store/write-durably.ts'
import { temporaryFolder } from '#support/start-test-proxy.ts'

let folder: string
beforeEach(async () => {
  folder = await temporaryFolder()
})
afterEach(() => rm(folder, { recursive: true }))

const pieces = [Buffer.from('pic'), Buffer.from('ture')]
const whole = Buffer.concat(pieces)
const id = createHash('sha256').update(whole).digest('hex')

test('the same bytes are one file, named by what is in it', async () => {
  const blobs = await openFileBlobs(folder)
  const kept = { id, bytes: 7 }
  expect(await Promise.all([blobs.write(pieces), blobs.write([whole]), blobs.write(pieces)])).toEqual([
    kept,
    kept,
    kept,
  ])
  expect((await readdir(folder, { recursive: true })).toSorted()).toEqual([id.slice(0, 2), join(id.slice(0, 2), id)])
  expect(await buffer(await blobs.read(id))).toEqual(whole)
  if (process.platform !== 'win32') expect((await stat(join(folder, id.slice(0, 2), id))).mode & 0o077).toBe(0)
})

test('a file cut short by a crash is written again', async () => {
  const blobs = await openFileBlobs(folder)
  await mkdir(join(folder, id.slice(0, 2)))
  await writeFile(join(folder, id.slice(0, 2), id), 'pic')
  await blobs.write(pieces)
  expect(await buffer(await blobs.read(id))).toEqual(whole)
})

test('a write that breaks off leaves nothing', async () => {
  const blobs = await openFileBlobs(folder)
  async function* breaking() {
    yield whole
    expect(await readdir(folder)).toHaveLength(1)
    throw new Error('broke off')
  }
  await expect(blobs.write(breaking())).rejects.toThrow('broke off')
  expect(await readdir(folder)).toEqual([])
})

test('writes nobody goes on with are cleared away at the next start, those under way are not', async () => {
  await mkdir(join(folder, 'ab'))
  const [old, fresh] = [join(folder, 'ab', `abc${UNFINISHED}`), join(folder, `def${UNFINISHED}`)]
  await writeFile(old, 'half')
  await writeFile(fresh, 'half')
  const longAgo = Date.now() / 1000 - 2 * 24 * 60 * 60
  await utimes(old, longAgo, longAgo)
  await openFileBlobs(folder)
  expect((await readdir(folder, { recursive: true })).toSorted()).toEqual(['ab', `def${UNFINISHED}`])
})

test('no path is built from an id that is none', async () => {
  const blobs = await openFileBlobs(folder)
  await expect(blobs.read('../../etc/passwd')).rejects.toThrow()
  await expect(blobs.remove('../../etc/passwd')).rejects.toThrow()
})
