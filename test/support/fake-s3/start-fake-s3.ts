import type { IncomingMessage, ServerResponse } from 'node:http'
import { startFakeServer } from '../fake-server.ts'
import { type AccessKey, isSigned } from './check-signature.ts'
import { OPERATIONS, type Stored } from './operations.ts'
import { refuse } from './refuse.ts'

/** `error`: 500; `cut`: the connection breaks in the middle of the answer; `silent`: no answer at all. */
export type Misbehaviour = 'error' | 'cut' | 'silent'

export interface FakeS3 {
  /** Value for IMAGE_STORE. */
  address: string
  key: AccessKey
  objects: Map<string, Stored>
  /** Method and object of every request that came in, `PUT pictures/…`. */
  requests: string[]
  /** How the requests from now on are answered; null answers well again. */
  misbehave(how: Misbehaviour | null, times?: number): void
  close(): Promise<void>
}

const BUCKET = 'framewright-test'

/** A strict small S3: signatures and checksums are verified, whatever it does not know is refused. */
export async function startFakeS3(): Promise<FakeS3> {
  const key = { accessKeyId: 'fake-key-id', secretAccessKey: 'fake-secret-key' }
  const objects = new Map<string, Stored>()
  const requests: string[] = []
  let misbehaviour: { how: Misbehaviour; left: number } | null = null
  const server = await startFakeServer((request, response) => {
    const [bucket, ...rest] = new URL(request.url ?? '/', 'http://localhost').pathname.slice(1).split('/')
    const name = decodeURIComponent(rest.join('/'))
    requests.push(`${request.method} ${name}`)
    if (misbehaviour && misbehaviour.left > 0) {
      misbehaviour.left -= 1
      return MISBEHAVIOURS[misbehaviour.how](request, response)
    }
    if (!isSigned(request, key)) return refuse(response, 403, 'SignatureDoesNotMatch')
    if (bucket !== BUCKET) return refuse(response, 404, 'NoSuchBucket')
    const operation = OPERATIONS[`${request.method} ${name === '' ? 'bucket' : 'object'}`]
    if (!operation) return refuse(response, 405, 'MethodNotAllowed')
    return operation({ request, response, objects, name })
  })
  return {
    address: `s3://${BUCKET}/pictures?endpoint=${encodeURIComponent(server.url)}`,
    key,
    objects,
    requests,
    misbehave(how, times = Number.POSITIVE_INFINITY) {
      misbehaviour = how ? { how, left: times } : null
    },
    close: server.close,
  }
}

const MISBEHAVIOURS: Record<Misbehaviour, (request: IncomingMessage, response: ServerResponse) => void> = {
  error(request, response) {
    request.resume()
    refuse(response, 500, 'InternalError')
  },
  cut(request, response) {
    request.resume()
    response.writeHead(200, { 'content-length': 1_000, etag: '"1"' })
    response.write('half', () => response.destroy())
  },
  silent(request) {
    request.resume()
  },
}
