import { vi } from 'vitest'
import { type FakeS3, startFakeS3 } from './fake-s3/start-fake-s3.ts'

/** A fake S3 whose key is in the environment, as the SDK looks for it, until it is closed. */
export async function startBucket(): Promise<FakeS3> {
  const s3 = await startFakeS3()
  vi.stubEnv('AWS_ACCESS_KEY_ID', s3.key.accessKeyId)
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', s3.key.secretAccessKey)
  return {
    ...s3,
    async close() {
      vi.unstubAllEnvs()
      await s3.close()
    },
  }
}
