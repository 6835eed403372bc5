import { createHash } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { buffer } from 'node:stream/consumers'
import { refuse } from './refuse.ts'

export interface Stored {
  bytes: Buffer
  sentAt: Date
}

interface Call {
  request: IncomingMessage
  response: ServerResponse
  objects: Map<string, Stored>
  name: string
}

/** What the fake can do, by method and what it is done to. */
export const OPERATIONS: Readonly<Record<string, (call: Call) => void>> = {
  'HEAD bucket': ({ response }) => response.writeHead(200).end(),
  'PUT object': (call) => {
    put(call).catch(() => call.response.destroy())
  },
  'GET object': get,
  'HEAD object': ({ response, objects, name }) => {
    const found = objects.get(name)
    if (!found) response.writeHead(404).end()
    else response.writeHead(200, headersOf(found)).end()
  },
  'DELETE object': ({ response, objects, name }) => {
    objects.delete(name)
    response.writeHead(204).end()
  },
}

const headersOf = ({ bytes, sentAt }: Stored) => ({
  'content-length': bytes.byteLength,
  'last-modified': sentAt.toUTCString(),
})

/** Wants the length and the SHA-256 before the bytes, and keeps them only when both are true. */
async function put({ request, response, objects, name }: Call): Promise<void> {
  const { 'content-length': length, 'x-amz-checksum-sha256': checksum, 'content-encoding': encoding } = request.headers
  const bytes = await buffer(request)
  const digest = createHash('sha256').update(bytes).digest('base64')
  if (length === undefined || encoding?.includes('aws-chunked')) {
    refuse(response, 411, 'MissingContentLength')
    return
  }
  if (Number(length) !== bytes.byteLength || checksum !== digest) {
    refuse(response, 400, 'BadDigest')
    return
  }
  objects.set(name, { bytes, sentAt: new Date() })
  response.writeHead(200, { etag: `"${digest}"` }).end()
}

function get({ request, response, objects, name }: Call): void {
  const found = objects.get(name)
  if (found) send(request, response, found)
  else refuse(response, 404, 'NoSuchKey')
}

function send(request: IncomingMessage, response: ServerResponse, found: Stored): void {
  const { bytes } = found
  const range = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? '')
  if (!range) {
    response.writeHead(200, headersOf(found)).end(bytes)
    return
  }
  const [from, to] = [Number(range[1]), Math.min(Number(range[2]), bytes.byteLength - 1)]
  if (from > to) {
    refuse(response, 416, 'InvalidRange')
    return
  }
  response
    .writeHead(206, {
      ...headersOf(found),
      'content-length': to - from + 1,
      'content-range': `bytes ${from}-${to}/${bytes.byteLength}`,
    })
    .end(bytes.subarray(from, to + 1))
}
