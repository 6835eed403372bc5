import { Hono } from 'hono'
import { type SSEStreamingApi, streamSSE } from 'hono/streaming'
import { type JobEvent, jobEventSchema, routes } from '#contract/http-wire.ts'
import { describeError } from '../log.ts'
import type { Services } from '../services.ts'
import type { Env } from './env.ts'
import { jobIdOf } from './jobs.ts'

/** Keeps proxies and browsers from taking a quiet stream for a dead one. */
const HEARTBEAT_MS = 15_000

/** A job's events as they happen. `Last-Event-ID` goes on after the event it names. */
export function jobEventRoutes({ jobs, log }: Services): Hono<Env> {
  const app = new Hono<Env>()
  app.get(routes.watchJob.path, async (c) => {
    const member = c.get('member')
    const id = jobIdOf(c)
    // A missing job is an error answer, not an empty stream.
    await jobs.read(member.id, id)
    const gone = new AbortController()
    const events = jobs.watch(member.id, id, lastSeen(c.req.header('last-event-id')), gone.signal)
    return streamSSE(
      c,
      (stream) => send(stream, events, gone),
      async (error) => log.error({ jobId: id, ...describeError(error) }, 'event stream failed'),
    )
  })
  return app
}

function lastSeen(header: string | undefined): number {
  return header !== undefined && /^\d{1,9}$/.test(header) ? Number(header) : -1
}

async function send(stream: SSEStreamingApi, events: AsyncGenerator<JobEvent>, gone: AbortController): Promise<void> {
  stream.onAbort(() => gone.abort())
  const heartbeat = setInterval(() => stream.write(': still here\n\n'), HEARTBEAT_MS)
  try {
    for await (const event of events) {
      const { seq, type } = event
      await stream.writeSSE({ id: String(seq), event: type, data: JSON.stringify(jobEventSchema.parse(event)) })
    }
  } finally {
    clearInterval(heartbeat)
  }
}
