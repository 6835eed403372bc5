import { randomUUID } from 'node:crypto'
import { createParser, type EventSourceMessage } from 'eventsource-parser'
import type { z } from 'zod'
import {
  CONTRACT_VERSION,
  errorSchema,
  type JobEvent,
  jobEventSchema,
  type MarkJob,
  type Route,
  routes,
  type SubmitBatch,
  type SubmitJob,
} from '#contract/http-wire.ts'
import type { Brief } from '#domain/brief.ts'
import type { Failure } from '#domain/failure.ts'
import type { Frame } from '#domain/frame.ts'
import { hasEnded, type Job } from '#domain/job.ts'
import type { Extent } from '#domain/legal-sizes.ts'
import { findModel } from '#domain/models.ts'
import { planJob } from '#domain/plan-job.ts'
import { sampleBrief } from './sample-brief.ts'

type Send = (path: string, init: RequestInit) => Response | Promise<Response>
/** A streamed body needs `duplex`, which the DOM's own type leaves out. */
type Init = RequestInit & { duplex?: 'half' }

export interface Said<Value> {
  status: number
  headers: Headers
  value: Value
}

/** Calls a proxy as one member; every JSON answer must pass the contract's schema, every failure too. */
export function callProxy(send: Send, token: string) {
  const authorization = `Bearer ${token}`
  const raw = async (path: string, init: Init = {}): Promise<Response> =>
    send(path, { ...init, headers: { authorization, ...init.headers } })

  async function json<Schema extends z.ZodType>(
    route: Pick<Route, 'method'> & { answer: Schema },
    path: string,
    init: Init = {},
  ): Promise<Said<z.output<Schema>>> {
    const response = await raw(path, { ...init, method: route.method })
    const body: unknown = await response.json()
    if (!response.ok) throw new Error(`${route.method} ${path}: ${response.status} ${JSON.stringify(body)}`)
    return { status: response.status, headers: response.headers, value: route.answer.parse(body) }
  }

  const calls = {
    raw,
    session: () => json(routes.getSession, '/v1/session'),
    usage: () => json(routes.getUsage, '/v1/usage'),
    upload: (bytes: Uint8Array) => json(routes.uploadImage, '/v1/images', { body: new Uint8Array(bytes) }),
    uploadOriginal: (bytes: Uint8Array) =>
      json(routes.uploadImage, '/v1/images?as=original', { body: new Uint8Array(bytes) }),
    uploadMask: (bytes: Uint8Array, { width, height }: Extent) =>
      json(routes.uploadMask, `/v1/masks?width=${width}&height=${height}`, { body: new Uint8Array(bytes) }),
    measures: (id: string) => json(routes.getMeasures, `/v1/images/${id}/measures`),
    image: async (id: string) => Buffer.from(await (await raw(`/v1/images/${id}`)).bytes()),
    submit: (body: SubmitJob, id: string = randomUUID()) =>
      json(routes.putJob, `/v1/jobs/${id}`, { body: JSON.stringify(body) }),
    job: (id: string) => json(routes.getJob, `/v1/jobs/${id}`),
    jobs: (query = '') => json(routes.listJobs, `/v1/jobs${query}`),
    submitBatch: (body: SubmitBatch, id: string = randomUUID()) =>
      json(routes.putBatch, `/v1/batches/${id}`, { body: JSON.stringify(body) }),
    mark: (id: string, mark: MarkJob) => json(routes.markJob, `/v1/jobs/${id}`, { body: JSON.stringify(mark) }),
    cancel: (id: string) => json(routes.cancelJob, `/v1/jobs/${id}`),
    /** The failure of a call that must fail. */
    async refused(path: string, init: Init = {}): Promise<Said<Failure>> {
      const response = await raw(path, init)
      const { error } = errorSchema.parse(await response.json())
      return { status: response.status, headers: response.headers, value: error }
    },
    /** The events of a job until it has ended. */
    async *watch(id: string, headers: Record<string, string> = {}): AsyncGenerator<JobEvent> {
      const response = await raw(`/v1/jobs/${id}/events`, { headers })
      if (!response.body) throw new Error('The stream has no body')
      yield* readEvents(response.body)
    },
    /** Waits until the job has ended. */
    async ended(id: string): Promise<Job> {
      for await (const { job } of calls.watch(id)) if (hasEnded(job)) return job
      return (await calls.job(id)).value
    },
  }
  return calls
}
export type ProxyCalls = ReturnType<typeof callProxy>

async function* readEvents(body: ReadableStream<Uint8Array>): AsyncGenerator<JobEvent> {
  let arrived: EventSourceMessage[] = []
  const parser = createParser({ onEvent: (event) => arrived.push(event) })
  const decoder = new TextDecoder()
  for await (const chunk of body) {
    parser.feed(decoder.decode(chunk, { stream: true }))
    const events = arrived
    arrived = []
    for (const event of events) yield jobEventSchema.parse(JSON.parse(event.data))
  }
}

const sampleFrame: Frame = { width: 1024, height: 640, name: 'Hero' }

/** What the plugin sends for a brief, with the price it shows. */
export function sampleSubmit(
  brief: Brief = sampleBrief(),
  frame: Frame = sampleFrame,
  agreedCredits: number | null = null,
): SubmitJob {
  const { price } = planJob(brief, frame, findModel(brief.render.model))
  return { contractVersion: CONTRACT_VERSION, frame, brief, agreedPrice: price.total, agreedCredits }
}
