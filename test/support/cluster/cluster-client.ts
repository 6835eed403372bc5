import { setTimeout as wait } from 'node:timers/promises'
import type { JobEvent, SubmitJob } from '#contract/http-wire.ts'
import { hasEnded } from '#domain/job.ts'
import { callProxy, type ProxyCalls } from '../call-proxy.ts'
import type { ProxyProcess } from './proxy-process.ts'

/** An event, and when it reached the client. */
export interface SeenEvent {
  event: JobEvent
  /** Milliseconds of the system's clock. */
  at: number
  /** Name of the proxy it came from. */
  from: string
}

const AGAIN_MS = 100

/** A client of one member that goes to another proxy when one is away, as behind a load balancer. */
export function createClusterClient(proxies: () => readonly ProxyProcess[], token: string) {
  const choose = (turn: number): ProxyProcess => {
    const all = proxies()
    const proxy = all[turn % all.length]
    if (!proxy) throw new Error('No proxy is left')
    return proxy
  }
  const callsOf = ({ url }: ProxyProcess): ProxyCalls => callProxy((path, init) => fetch(`${url}${path}`, init), token)

  return {
    calls: (turn: number) => callsOf(choose(turn)),
    /** True when the job was taken, false when the budget refused it. The turn says which proxy is asked first. */
    async submit(id: string, body: SubmitJob, turn: number): Promise<boolean> {
      for (let i = turn; ; i += 1) {
        const answer = await callsOf(choose(i))
          .raw(`/v1/jobs/${id}`, { method: 'PUT', body: JSON.stringify(body) })
          .catch(() => null)
        await answer?.arrayBuffer()
        if (answer?.ok) return true
        if (answer?.status === 402) return false
        if (answer && answer.status < 500) throw new Error(`Submitting was answered with ${answer.status}`)
        await wait(AGAIN_MS)
      }
    },
    /** Follows a job until it has ended; when a stream breaks, goes on at the next proxy after the last event seen. */
    async follow(id: string, turn: number): Promise<SeenEvent[]> {
      const seen: SeenEvent[] = []
      for (let i = turn; ; i += 1) {
        const last = seen.at(-1)?.event
        const proxy = choose(i)
        try {
          const headers = last ? { 'last-event-id': String(last.seq) } : {}
          for await (const event of callsOf(proxy).watch(id, headers)) {
            seen.push({ event, at: Date.now(), from: proxy.name })
            if (hasEnded(event.job)) return seen
          }
        } catch {
          await wait(AGAIN_MS)
        }
      }
    },
  }
}
export type ClusterClient = ReturnType<typeof createClusterClient>
