import { open } from 'node:fs/promises'
import { IncomingMessage } from 'node:http'
import type { Readable } from 'node:stream'
import type { HeadObjectCommandOutput, S3Client } from '@aws-sdk/client-s3'
import { AppError } from '#domain/app-error.ts'
import { type ImageId, imageIdSchema } from '#domain/image.ts'
import type { ByteRange } from './blob-store.ts'
import type { S3Address } from './s3-address.ts'
import type { Kept } from './write-hashed.ts'

export interface BucketTimes {
  connectMs: number
  /** How long a connection may say nothing. */
  silentMs: number
}
const TIMES: BucketTimes = { connectMs: 5_000, silentMs: 30_000 }

/** A streamed body can be sent once, so the SDK does not try again. */
const PUT_TRIES = 3
const READ_SIZE = 256 * 1024

/** The SDK writes to the console otherwise. */
const silent = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} }

/** Objects of an S3-compatible bucket, named by the SHA-256 of their bytes. Throws AppError `image_missing`, `storage_failed`. */
export interface Bucket {
  /** Sends a file. The bucket compares the bytes with the id, which is their hash. */
  put(path: string, kept: Kept): Promise<void>
  get(id: ImageId, range?: ByteRange): Promise<Readable>
  /** When it was last sent; null when it is not there. */
  sentAt(id: ImageId): Promise<Date | null>
  remove(id: ImageId): Promise<void>
  /** Throws when the bucket cannot be asked. */
  check(): Promise<void>
  close(): void
}

/** The SDK is loaded by the first call: it takes 30 MB. */
export function openBucket(address: S3Address, times: BucketTimes = TIMES): Bucket {
  const { bucket: Bucket, prefix } = address
  let loaded: ReturnType<typeof loadSdk> | null = null
  const sdk = () => {
    loaded ??= loadSdk(address, times)
    return loaded
  }
  const closing = new AbortController()
  const until = { abortSignal: closing.signal }
  const object = (id: ImageId) => ({ Bucket, Key: prefix + imageIdSchema.parse(id) })
  return {
    put: (path, kept) =>
      asking(async () => {
        const { s3, client } = await sdk()
        await again(PUT_TRIES, () =>
          withFile(path, ({ Body, broken }) =>
            client.send(new s3.PutObjectCommand({ ...object(kept.id), ...about(kept), Body }), {
              abortSignal: AbortSignal.any([closing.signal, broken]),
            }),
          ),
        )
      }),
    get: (id, range) =>
      asking(async () => {
        const { s3, client } = await sdk()
        const Range = range ? { Range: `bytes=${range.from}-${range.to}` } : {}
        const { Body } = await client.send(new s3.GetObjectCommand({ ...object(id), ...Range }), until)
        if (!(Body instanceof IncomingMessage)) throw new Error('The bucket answers without a stream')
        endWhenSilent(Body, times.silentMs)
        return Body
      }, MAY_MISS),
    async sentAt(id) {
      try {
        return await asking(async () => {
          const { s3, client } = await sdk()
          const said: HeadObjectCommandOutput = await client.send(new s3.HeadObjectCommand(object(id)), until)
          return said.LastModified ?? null
        }, MAY_MISS)
      } catch (error) {
        if (error instanceof AppError && error.code === 'image_missing') return null
        throw error
      }
    },
    remove: (id) =>
      asking(async () => {
        const { s3, client } = await sdk()
        await client.send(new s3.DeleteObjectCommand(object(id)), until)
      }),
    check: () =>
      asking(async () => {
        const { s3, client } = await sdk()
        await client.send(new s3.HeadBucketCommand({ Bucket }), until)
      }),
    close() {
      closing.abort()
      loaded?.then(
        ({ client }) => client.destroy(),
        () => {},
      )
    },
  }
}

async function loadSdk({ endpoint, region }: S3Address, times: BucketTimes) {
  const s3 = await import('@aws-sdk/client-s3')
  const client: S3Client = new s3.S3Client({
    // A server of one's own has no regions and often no name for each bucket.
    ...(endpoint === null ? {} : { endpoint, forcePathStyle: true, region: 'us-east-1' }),
    ...(region === null ? {} : { region }),
    // Trailing checksums are Amazon’s alone; the hash goes along as a header.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    requestHandler: { connectionTimeout: times.connectMs, socketTimeout: times.silentMs },
    logger: silent,
  })
  return { s3, client }
}

const about = ({ id, bytes }: Kept) => ({
  ContentLength: bytes,
  ChecksumSHA256: Buffer.from(id, 'hex').toString('base64'),
})

/**
 * Reads a file as a stream while it is sent; however that ends, the file is closed. The SDK neither closes what it did not
 * read to the end nor listens for what goes wrong in reading: `broken` tells of that.
 */
async function withFile<T>(
  path: string,
  send: (file: { Body: Readable; broken: AbortSignal }) => Promise<T>,
): Promise<T> {
  const file = await open(path)
  const Body = file.createReadStream({ highWaterMark: READ_SIZE })
  const broken = new AbortController()
  Body.on('error', (error) => broken.abort(error))
  try {
    return await send({ Body, broken: broken.signal })
  } finally {
    Body.destroy()
    await file.close()
  }
}

/** The SDK's own clock runs on while our reader pauses, as for a slow client. This one counts only while nothing waits to be read. */
function endWhenSilent(body: IncomingMessage, ms: number): void {
  const { socket } = body
  socket.setTimeout(0)
  let before = socket.bytesRead
  const timer = setInterval(() => {
    const silent = body.readableLength === 0 && socket.bytesRead === before
    before = socket.bytesRead
    if (silent) body.destroy(new Error('The bucket says nothing more'))
  }, ms)
  timer.unref()
  body.once('close', () => clearInterval(timer))
}

async function again<T>(tries: number, attempt: () => Promise<T>): Promise<T> {
  try {
    return await attempt()
  } catch (error) {
    if (tries <= 1 || !mayPass(error)) throw error
    return again(tries - 1, attempt)
  }
}

/** For calls whose 404 is about the object. */
const MAY_MISS = { mayMiss: true }

async function asking<T>(ask: () => Promise<T>, { mayMiss = false } = {}): Promise<T> {
  try {
    return await ask()
  } catch (cause) {
    throw new AppError(
      mayMiss && statusOf(cause) === 404 && !isBucketMissing(cause) ? 'image_missing' : 'storage_failed',
      {
        cause,
      },
    )
  }
}

const isBucketMissing = (error: unknown): boolean => error instanceof Error && error.name === 'NoSuchBucket'

/** A refusal is final; a broken connection and a failing server may not be. */
function mayPass(error: unknown): boolean {
  const status = statusOf(error)
  return status === null || status >= 500 || status === 429
}

function statusOf(error: unknown): number | null {
  if (!(error instanceof Error) || !('$metadata' in error)) return null
  const about = error.$metadata
  if (typeof about !== 'object' || about === null || !('httpStatusCode' in about)) return null
  return typeof about.httpStatusCode === 'number' ? about.httpStatusCode : null
}
