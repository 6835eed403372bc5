import { z } from 'zod'
import {
  CONTRACT_VERSION,
  type JobEvent,
  type MarkJob,
  routes,
  type Session,
  type SubmitJob,
} from '#contract/http-wire.ts'
import { AppError } from '#domain/app-error.ts'
import type { ImageFormat, ImageInfo } from '#domain/image.ts'
import type { Job, JobState } from '#domain/job.ts'
import { readProxyAddress, unreachable } from './proxy-address.ts'
import { askProxy, type ProxyPlace, parseAnswer, readJson, sendToProxy } from './proxy-request.ts'
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
    /** Keeps a picture at the proxy; free. PNG, JPEG, WEBP or GIF. */
    uploadImage: (bytes: Uint8Array<ArrayBuffer>): Promise<ImageInfo> =>
      askProxy(place, routes.uploadImage, {
        bytes,
        headers: { 'content-type': 'application/octet-stream' },
        timeout: UPLOAD_TIMEOUT_MS,
      }),
    /** A picture's bytes. `width`: the longest edge of a thumbnail, in pixels. */
    image: (id: string, query: { width?: number; format?: ImageFormat } = {}) => readImage(place, id, query),
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

async function readImage(place: ProxyPlace, id: string, query: { width?: number; format?: ImageFormat }) {
  const response = await sendToProxy(place, routes.getImage, { id, query, timeout: UPLOAD_TIMEOUT_MS })
  try {
    return new Uint8Array(await response.arrayBuffer())
  } catch (error) {
    throw unreachable(place.address, error)
  }
}
