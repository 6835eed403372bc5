import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { openFileBlobs } from '#proxy/image-store/file-blobs.ts'
import { temporaryFolder } from '#support/start-test-proxy.ts'
import { describeBlobStore } from './blob-store-contract.ts'

describeBlobStore('files', async () => {
  const parent = await temporaryFolder()
  const folder = join(parent, 'images')
  const blobs = await openFileBlobs(folder)
  return {
    blobs,
    async count() {
      const entries = await readdir(folder, { recursive: true, withFileTypes: true })
      return entries.filter((entry) => entry.isFile()).length
    },
    breakDown: () => rm(folder, { recursive: true }),
    async close() {
      await blobs.close()
      await rm(parent, { recursive: true })
    },
  }
})
