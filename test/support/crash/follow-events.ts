import type { JobEvent } from '#contract/http-wire.ts'
import type { ProxyCalls } from '../call-proxy.ts'

/** Reads a job's events into `seen` until the job has ended or the proxy is gone. */
export async function followEvents(calls: ProxyCalls, id: string, seen: JobEvent[]): Promise<void> {
  const last = seen.at(-1)
  try {
    for await (const event of calls.watch(id, last ? { 'last-event-id': String(last.seq) } : {})) seen.push(event)
  } catch (error) {
    // A connection that breaks is what a client sees of a kill; a bad event is not.
    if (!(error instanceof TypeError || (error instanceof Error && error.name === 'AbortError'))) throw error
  }
}

/** What is wrong with events read over several connections, compared with all of them read at once. */
export function eventProblems(seen: readonly JobEvent[], all: readonly JobEvent[]): string[] {
  const told = (events: readonly JobEvent[]) => events.map(({ seq, type }) => `${seq} ${type}`).join(', ')
  const inOrder = all.every(({ seq }, i) => seq === i)
  return [
    ...(inOrder ? [] : [`events are not numbered from 0 without a gap: ${told(all)}`]),
    ...(told(seen) === told(all) ? [] : [`a resumed stream told “${told(seen)}” of “${told(all)}”`]),
  ]
}
