import { join } from 'node:path'
import type { Logger } from 'pino'
import type { Config } from './config.ts'
import type { BlobStore } from './image-store/blob-store.ts'
import { readS3Address } from './image-store/s3-address.ts'

/**
 * Where the settings say pictures lie: a bucket, else files in the data folder. Only that one is loaded. Without `sends`,
 * pictures that wait for the bucket are left to the proxy.
 */
export async function openBlobs(
  { dataDir, imageStore }: Pick<Config, 'dataDir' | 'imageStore'>,
  log: Logger,
  { sends = true } = {},
): Promise<BlobStore> {
  if (imageStore === null) {
    const { openFileBlobs } = await import('./image-store/file-blobs.ts')
    return openFileBlobs(join(dataDir, 'images'))
  }
  const { openS3Blobs } = await import('./image-store/s3-blobs.ts')
  return openS3Blobs(readS3Address(imageStore), { folder: join(dataDir, 'to-bucket'), log, sends })
}
