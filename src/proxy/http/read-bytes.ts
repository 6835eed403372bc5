import type { HonoRequest } from 'hono'
import { AppError } from '#domain/app-error.ts'

export interface BodyLimit {
  bytes: number
  tooLarge: () => AppError
}

/** Of a body that is too large, so much is read and thrown away before the connection is given up. */
const DISCARDED_BYTES = 64 * 1024 * 1024

/**
 * A request's body as it arrives, up to a limit. A larger one is still read to its end where that is near: a client that
 * is cut off while it sends never sees the answer.
 * @throws AppError the limit's, or request_invalid when the client went away
 */
export async function* streamBytes(request: HonoRequest, limit: BodyLimit): AsyncGenerator<Uint8Array, void> {
  let size = 0
  try {
    for await (const chunk of request.raw.body ?? []) {
      size += chunk.byteLength
      if (size <= limit.bytes) yield chunk
      if (size > limit.bytes + DISCARDED_BYTES) break
    }
  } catch (cause) {
    throw new AppError('request_invalid', { details: { where: 'the body broke off' }, cause })
  }
  if (size > limit.bytes) throw limit.tooLarge()
}

/** A request's whole body. Throws as `streamBytes`. */
export async function readBytes(request: HonoRequest, limit: BodyLimit): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  for await (const chunk of streamBytes(request, limit)) chunks.push(chunk)
  return Buffer.concat(chunks)
}
