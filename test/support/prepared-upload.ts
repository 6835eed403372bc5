import { rm } from 'node:fs/promises'
import { withSpooled } from '#proxy/image-store/spool-upload.ts'
import { prepareUpload } from '#proxy/pixels/prepare-upload.ts'
import { temporaryFolder } from './start-test-proxy.ts'

/** An upload's bytes as the proxy would keep them. */
export async function preparedUpload(bytes: Uint8Array) {
  const folder = await temporaryFolder()
  async function* arriving() {
    yield bytes
  }
  try {
    const prepared = await withSpooled(folder, arriving(), prepareUpload)
    return { ...prepared, bytes: prepared.bytes ?? bytes }
  } finally {
    await rm(folder, { recursive: true })
  }
}
