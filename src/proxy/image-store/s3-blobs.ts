import { randomUUID } from 'node:crypto'
import { access, constants, type FileHandle, mkdir, open, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Logger } from 'pino'
import type { BlobStore, ByteRange } from './blob-store.ts'
import { clearAbandoned } from './clear-abandoned.ts'
import { type BucketTimes, openBucket } from './open-bucket.ts'
import type { S3Address } from './s3-address.ts'
import { openWaitingPictures } from './waiting-pictures.ts'
import { UNFINISHED } from './write-durably.ts'
import { writeHashed } from './write-hashed.ts'

export interface S3Parts {
  /** Folder on this machine for pictures on their way to the bucket. */
  folder: string
  log: Logger
  times?: BucketTimes
  /** Whether pictures that wait for the bucket are sent from here; one process beside a running proxy leaves them to it. */
  sends?: boolean
}

/**
 * Keeps pictures in an S3-compatible bucket that several proxies share. Bytes pass through a file: the bucket wants their
 * length and hash first, and a picture that may wait stays there until the bucket takes it.
 */
export async function openS3Blobs(
  address: S3Address,
  { folder, log, times, sends = true }: S3Parts,
): Promise<BlobStore> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await clearAbandoned(folder)
  const bucket = openBucket(address, times)
  const waiting = await openWaitingPictures({ folder, send: bucket.put, log, sends })
  return {
    async write(bytes, { mayWait = false, arriving } = {}) {
      const stays = arriving !== undefined
      const path = arriving ?? join(folder, `${randomUUID()}${UNFINISHED}`)
      const kept = await writeHashed(path, bytes, { named: stays })
      try {
        try {
          await bucket.put(path, kept)
        } catch (error) {
          if (!mayWait) throw error
          await waiting.add(path, kept, { stays })
        }
        return kept
      } finally {
        if (!stays) await rm(path, { force: true })
      }
    },
    async read(id, range) {
      const file = await open(waiting.pathOf(id), 'r').catch(() => null)
      return file ? streamOf(file, range) : bucket.get(id, range)
    },
    async remove(id, unlessWrittenSince) {
      if (unlessWrittenSince) {
        const here = await stat(waiting.pathOf(id)).catch(() => null)
        const times = [here?.mtime, await bucket.sentAt(id)]
        if (times.some((time) => time && time >= unlessWrittenSince)) return false
      }
      await rm(waiting.pathOf(id), { force: true })
      await bucket.remove(id)
      return true
    },
    async check() {
      await access(folder, constants.R_OK | constants.W_OK)
      await bucket.check()
      return 'The bucket answers.'
    },
    async close() {
      bucket.close()
      await waiting.close()
    },
  }
}

const streamOf = (file: FileHandle, range: ByteRange | undefined) =>
  file.createReadStream(range ? { start: range.from, end: range.to } : {})
