import { afterEach, beforeEach, expect, onTestFinished, test } from 'vitest'
import type { Db } from '#proxy/database/tables.ts'
import type { BlobStore } from '#proxy/image-store/blob-store.ts'
import { openFileBlobs } from '#proxy/image-store/file-blobs.ts'
import { createImageStore, type ImageStore } from '#proxy/image-store/image-store.ts'
import { withWholePicture } from '#proxy/image-store/whole-picture.ts'
import { databases, type TestDatabase } from '#support/databases.ts'
import { movementsOn } from '#support/fill-ledger.ts'
import { maskPng } from '#support/kept-edit.ts'
import { hugePngHeader, samplePng } from '#support/sample-images.ts'

const ME = 'ada'
/** Its pixels are missing: whoever decodes it fails at once. */
const LARGE = { width: 5_000, height: 4_000 }
const large = hugePngHeader(LARGE.width, LARGE.height)
const SMALL = { width: 64, height: 48 }

let database: TestDatabase
let db: Db
let images: ImageStore
/** Ids of the pictures whose bytes were asked for. */
let reads: string[]

beforeEach(async () => {
  const sqlite = databases.find(({ name }) => name === 'SQLite')
  if (!sqlite) throw new Error('There is no SQLite')
  database = await sqlite.create()
  db = await database.open()
  await movementsOn(db).start({ [ME]: 1 })
  const { dataDir } = database.config
  const files = await openFileBlobs(dataDir)
  reads = []
  const blobs: BlobStore = {
    ...files,
    read: (id, range) => {
      reads.push(id)
      return files.read(id, range)
    },
  }
  images = createImageStore({ db, blobs, spool: dataDir, now: () => new Date().toISOString() })
})
afterEach(async () => {
  await db.destroy()
  await database.drop()
})

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}

test('however large pictures come in or are looked at, one is held at a time, and small ones go by', async () => {
  const kept = await images.keep(ME, once(large))
  const little = await images.keep(ME, once(await samplePng(SMALL.width, SMALL.height)))
  let letGo = (): void => {}
  const holding = withWholePicture(LARGE, () => new Promise<void>((resolve) => (letGo = resolve)))
  onTestFinished(() => letGo())
  let ended = 0
  const asked = [
    ...Array.from({ length: 20 }, () => images.measures(ME, kept.id)),
    images.render(kept, { width: 32 }),
    images.render(kept, { format: 'webp' }),
    images.upload(ME, once(large)),
    images.uploadOriginal(ME, once(large)),
    images.uploadMask(ME, once(large), LARGE),
  ].map((work) => work.catch((error: unknown) => error).finally(() => (ended += 1)))
  // Whoever decodes the large picture without waiting is done before the small ones are.
  await images.measures(ME, little.id)
  await images.render(little, { width: 16 })
  for (const upload of [images.upload, images.uploadOriginal])
    await upload(ME, once(await samplePng(SMALL.width, SMALL.height)))
  await images.uploadMask(ME, once(await maskPng(SMALL, { x: 8, y: 8, width: 16, height: 16 })), SMALL)
  expect([ended, reads]).toEqual([0, [little.id, little.id]])
  letGo()
  await holding
  for (const error of await Promise.all(asked)) expect(error).toMatchObject({ code: 'image_damaged' })
})
