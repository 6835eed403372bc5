import { createHash } from 'node:crypto'
import { mkdir, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openImageFiles } from '#proxy/image-store/image-files.ts'
import { UNFINISHED } from '#proxy/image-store/write-durably.ts'
import { temporaryFolder } from '#support/start-test-proxy.ts'

let folder: string
beforeEach(async () => {
  folder = await temporaryFolder()
})
afterEach(() => rm(folder, { recursive: true }))

const bytes = Buffer.from('picture')
const id = createHash('sha256').update(bytes).digest('hex')

test('the same bytes are one file, named by what is in it', async () => {
  const files = await openImageFiles(folder)
  expect(await Promise.all([files.write(bytes), files.write(bytes), files.write(bytes)])).toEqual([id, id, id])
  expect((await readdir(folder, { recursive: true })).toSorted()).toEqual([id.slice(0, 2), join(id.slice(0, 2), id)])
  expect(Buffer.from(await files.read(id))).toEqual(bytes)
  if (process.platform !== 'win32') expect((await stat(join(folder, id.slice(0, 2), id))).mode & 0o077).toBe(0)
})

test('a file cut short by a crash is written again', async () => {
  const files = await openImageFiles(folder)
  await mkdir(join(folder, id.slice(0, 2)))
  await writeFile(join(folder, id.slice(0, 2), id), 'pic')
  await files.write(bytes)
  expect(Buffer.from(await files.read(id))).toEqual(bytes)
})

test('writes that never finished are cleared away at the next start', async () => {
  await mkdir(join(folder, 'ab'))
  await writeFile(join(folder, 'ab', `abc${UNFINISHED}`), 'half')
  await openImageFiles(folder)
  expect(await readdir(join(folder, 'ab'))).toEqual([])
})

test('what is not kept is missing, and no path is built from an id that is none', async () => {
  const files = await openImageFiles(folder)
  await expect(files.read(id)).rejects.toMatchObject({ code: 'image_missing' })
  await expect(files.read('../../etc/passwd')).rejects.toThrow()
})
