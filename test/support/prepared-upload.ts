import { rm } from 'node:fs/promises'
import { withSpooled } from '#proxy/image-store/spool-upload.ts'
import { prepareOriginal } from '#proxy/pixels/prepare-original.ts'
import { type PictureFile, prepareUpload, type Upload } from '#proxy/pixels/prepare-upload.ts'
import { temporaryFolder } from './start-test-proxy.ts'

const prepared = (prepare: (file: PictureFile) => Promise<Upload>) => async (bytes: Uint8Array) => {
  const folder = await temporaryFolder()
  async function* arriving() {
    yield bytes
  }
  try {
    const upload = await withSpooled(folder, arriving(), prepare)
    return { ...upload, bytes: upload.bytes ?? bytes }
  } finally {
    await rm(folder, { recursive: true })
  }
}

/** A reference’s bytes as the proxy would keep them. */
export const preparedUpload = prepared(prepareUpload)

/** An original’s bytes as the proxy would keep them. */
export const preparedOriginal = prepared(prepareOriginal)
