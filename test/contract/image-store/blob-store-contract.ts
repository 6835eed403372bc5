import { createHash } from 'node:crypto'
import { readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { BlobStore } from '#proxy/image-store/blob-store.ts'
import { temporaryFolder } from '#support/start-test-proxy.ts'

export interface OpenBlobStore {
  blobs: BlobStore
  /** How many pictures lie in the store, unfinished ones among them. */
  count(): Promise<number>
  /** Takes away what the store stands on. */
  breakDown(): Promise<void>
  close(): Promise<void>
}

const idOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
const picture = Buffer.from('not really a picture')
const missing = 'f'.repeat(64)
const HOUR = 60 * 60 * 1000

/** What every store of pictures must do. */
export function describeBlobStore(name: string, open: () => Promise<OpenBlobStore>): void {
  describe(`pictures in ${name}`, () => {
    let store: OpenBlobStore
    let blobs: BlobStore
    beforeEach(async () => {
      store = await open()
      blobs = store.blobs
    })
    afterEach(() => store.close())

    test('bytes come back as they went in, named by their hash', async () => {
      const pieces = [picture.subarray(0, 7), picture.subarray(7)]
      expect(await blobs.write(pieces)).toEqual({ id: idOf(picture), bytes: picture.byteLength })
      expect(await buffer(await blobs.read(idOf(picture)))).toEqual(picture)
    })

    test('the same bytes are kept once, written at once or later', async () => {
      const written = await Promise.all(Array.from({ length: 8 }, () => blobs.write([picture])))
      written.push(await blobs.write([picture]))
      expect(new Set(written.map(({ id }) => id))).toEqual(new Set([idOf(picture)]))
      expect(await store.count()).toBe(1)
      expect(await buffer(await blobs.read(idOf(picture)))).toEqual(picture)
    })

    test('a source that breaks off leaves nothing', async () => {
      async function* breaking() {
        yield picture
        throw new Error('broke off')
      }
      await expect(blobs.write(breaking())).rejects.toThrow('broke off')
      expect(await store.count()).toBe(0)
      await expect(blobs.read(idOf(picture))).rejects.toMatchObject({ code: 'image_missing' })
    })

    test('what arrives in a file of the caller stays there too, and only when it came whole', async () => {
      const folder = await temporaryFolder()
      const arriving = join(folder, 'mine')
      const kept = await blobs.write([picture], { arriving })
      expect(kept.id).toBe(idOf(picture))
      expect(await readFile(arriving)).toEqual(picture)
      await rm(arriving)
      expect(await buffer(await blobs.read(kept.id))).toEqual(picture)
      await blobs.write([picture], { arriving })
      expect(await store.count()).toBe(1)
      await rm(arriving)
      async function* breaking() {
        yield picture
        throw new Error('broke off')
      }
      await expect(blobs.write(breaking(), { arriving })).rejects.toThrow('broke off')
      expect(await readdir(folder)).toEqual([])
      await rm(folder, { recursive: true })
    })

    test('a part is read alone, to the end at most', async () => {
      const { id } = await blobs.write([picture])
      const part = async (from: number, to: number) => String(await buffer(await blobs.read(id, { from, to })))
      expect(await part(4, 9)).toBe('really')
      expect(await part(0, 0)).toBe('n')
      expect(await part(13, 1_000)).toBe('picture')
    })

    test('what is not there is missing, and removing it is no error', async () => {
      await expect(blobs.read(missing)).rejects.toMatchObject({ code: 'image_missing' })
      expect(await blobs.remove(missing)).toBe(true)
      expect(await blobs.remove(missing, new Date())).toBe(true)
    })

    test('what was removed is gone, unless it was written again since', async () => {
      const { id } = await blobs.write([picture])
      expect(await blobs.remove(id, new Date(Date.now() - HOUR))).toBe(false)
      expect(await buffer(await blobs.read(id))).toEqual(picture)
      expect(await blobs.remove(id, new Date(Date.now() + HOUR))).toBe(true)
      await expect(blobs.read(id)).rejects.toMatchObject({ code: 'image_missing' })
      expect(await store.count()).toBe(0)
      await blobs.write([picture])
      expect(await blobs.remove(id)).toBe(true)
      expect(await store.count()).toBe(0)
    })

    test('no bytes are bytes too', async () => {
      const { id, bytes } = await blobs.write([])
      expect([id, bytes]).toEqual([idOf(Buffer.alloc(0)), 0])
      expect(await buffer(await blobs.read(id))).toEqual(Buffer.alloc(0))
    })

    test('20 MB pass through, and a reader may leave in the middle', async () => {
      const piece = Buffer.alloc(1024 * 1024, 'framewright')
      const { id, bytes } = await blobs.write(Array.from({ length: 20 }, () => piece))
      expect(bytes).toBe(20 * piece.byteLength)
      const hash = createHash('sha256')
      for await (const part of await blobs.read(id)) hash.update(part)
      expect(hash.digest('hex')).toBe(id)
      for await (const _ of await blobs.read(id)) break
      expect((await buffer(await blobs.read(id, { from: 5, to: 14 }))).toString()).toBe(
        piece.subarray(5, 15).toString(),
      )
    })

    test('no address is built from an id that is none', async () => {
      await expect(blobs.read('../../etc/passwd')).rejects.toThrow()
      await expect(blobs.remove('../../etc/passwd')).rejects.toThrow()
    })

    test('it says whether pictures can be kept', async () => {
      await blobs.check()
      await store.breakDown()
      await expect(blobs.check()).rejects.toThrow()
      await expect(blobs.write([picture])).rejects.toThrow()
    })
  })
}
