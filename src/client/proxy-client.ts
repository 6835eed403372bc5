import { z } from 'zod'
import {
  CONTRACT_VERSION,
  type JobEvent,
  type KeptMask,
  type MarkJob,
  type Route,
  routes,
  type Session,
  type SubmitJob,
} from '#contract/http-wire.ts'
import { AppError } from '#domain/app-error.ts'
import type { ImageFormat, ImageInfo } from '#domain/image.ts'
import type { ImageMeasures } from '#domain/image-measures.ts'
import type { Job, JobState } from '#domain/job.ts'
import { readProxyAddress, unreachable } from './proxy-address.ts'
import { askProxy, type ProxyPlace, parseAnswer, readJson, type Sending, sendToProxy } from './proxy-request.ts'
import { type WatchOptions, watchJob } from './watch-job.ts'

export interface ProxyClientOptions {
  /** As a person wrote it in the settings. */
  baseUrl: string
  token: string
  fetch?: typeof fetch
  /** Milliseconds to wait for a whole answer, instead of what suits each question. */
  timeout?: number
}

interface JobsQuestion {
  state?: JobState
  inbox?: boolean
  before?: string
  limit?: number
}

const UPLOAD_TIMEOUT_MS = 120_000
const versionSchema = z.object({ contractVersion: z.int() })

/**
 * Speaks to a proxy. Every method throws AppError: the proxy's own failure, `proxy_unreachable` (or `_local`) when
 * nothing answers, `proxy_not_framewright` when something else does.
 * @throws AppError proxy_address_invalid
 */
export function createProxyClient(options: ProxyClientOptions) {
  const place: ProxyPlace = { ...options, address: readProxyAddress(options.baseUrl), token: options.token.trim() }
  return {
    session: () => readSession(place),
    /** Keeps a picture at the proxy; free. PNG, JPEG, WEBP or GIF. An `original` keeps its size and its alpha. */
    uploadImage: (bytes: Uint8Array<ArrayBuffer>, query: { as?: 'reference' | 'original' } = {}): Promise<ImageInfo> =>
      askProxy(place, routes.uploadImage, { ...upload(bytes), query }),
    /**
     * Keeps a mask for a canvas of that many pixels; free. A PNG whose alpha is 0 where the picture may change, or,
     * without alpha, black there.
     */
    uploadMask: (bytes: Uint8Array<ArrayBuffer>, canvas: { width: number; height: number }): Promise<KeptMask> =>
      askProxy(place, routes.uploadMask, { ...upload(bytes), query: { width: canvas.width, height: canvas.height } }),
    /** What is worth knowing of a kept picture before it is sent. */
    measures: (id: string): Promise<ImageMeasures> =>
      askProxy(place, routes.getMeasures, { id, timeout: UPLOAD_TIMEOUT_MS }),
    /** A picture's bytes. `width`: the longest edge of a thumbnail, in pixels. */
    image: (id: string, query: { width?: number; format?: ImageFormat } = {}) =>
      readBytes(place, routes.getImage, { id, query }),
    /** An edit's result without protection: all that the model changed, in the whole canvas, as PNG. `index` from 0. */
    rawResult: (jobId: string, index: number) => readBytes(place, routes.getRaw, { id: jobId, index }),
    /** Submits a job. Sent again with the same id and body it is the same job. */
    putJob: (id: string, body: Omit<SubmitJob, 'contractVersion'>): Promise<Job> =>
      askProxy(place, routes.putJob, { id, json: { contractVersion: CONTRACT_VERSION, ...body } }),
    job: (id: string): Promise<Job> => askProxy(place, routes.getJob, { id }),
    /** Notes that a result was placed, or puts the job away. The same again changes nothing. */
    markJob: (id: string, mark: MarkJob): Promise<Job> => askProxy(place, routes.markJob, { id, json: mark }),
    /** My jobs, newest first, at most 100. `inbox`: only those that still want something. `before`: only those older than that job. */
    listJobs: ({ inbox, ...query }: JobsQuestion = {}): Promise<Job[]> =>
      askProxy(place, routes.listJobs, { query: { ...query, ...(inbox ? { inbox: 'true' } : {}) } }).then(
        (list) => list.jobs,
      ),
    cancelJob: (id: string) => askProxy(place, routes.cancelJob, { id }),
    usage: () => askProxy(place, routes.getUsage),
    watchJob: (id: string, watch: WatchOptions): AsyncGenerator<JobEvent> => watchJob(place, id, watch),
  }
}
export type ProxyClient = ReturnType<typeof createProxyClient>

async function readSession(place: ProxyPlace): Promise<Session> {
  const value = await readJson(place, await sendToProxy(place, routes.getSession))
  const { contractVersion } = parseAnswer(place, versionSchema, value)
  if (contractVersion !== CONTRACT_VERSION)
    throw new AppError('contract_mismatch', { details: { plugin: CONTRACT_VERSION, proxy: contractVersion } })
  return parseAnswer(place, routes.getSession.answer, value)
}

const upload = (bytes: Uint8Array<ArrayBuffer>) => ({
  bytes,
  headers: { 'content-type': 'application/octet-stream' },
  timeout: UPLOAD_TIMEOUT_MS,
})

async function readBytes(place: ProxyPlace, route: Route, sending: Sending): Promise<Uint8Array<ArrayBuffer>> {
  const response = await sendToProxy(place, route, { ...sending, timeout: UPLOAD_TIMEOUT_MS })
  try {
    return new Uint8Array(await response.arrayBuffer())
  } catch (error) {
    throw unreachable(place.address, error)
  }
}
