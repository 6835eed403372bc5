import type { JobEvent } from '#contract/http-wire.ts'
import { AppError, toFailure } from '#domain/app-error.ts'
import type { FailureCode } from '#domain/failure.ts'
import { hasEnded } from '#domain/job.ts'
import { openEventStream } from './open-event-stream.ts'
import { unreachable } from './proxy-address.ts'
import type { ProxyPlace } from './proxy-request.ts'

export interface WatchOptions {
  signal: AbortSignal
  /** How often in a row a connection may bring nothing before watching gives up. */
  patience?: number
  /** Milliseconds before the nth new connection, from 1. */
  backOff?: (failures: number) => number
  /** Told why when the proxy is away and will be tried again, and null when it is there (again). */
  onAway?: (why: AppError | null) => void
}

/** A proxy that is restarting or overrun answers with these, or not at all. */
const PASSING: ReadonlySet<FailureCode> = new Set([
  'proxy_unreachable',
  'proxy_unreachable_local',
  'internal',
  'too_many_requests',
])

const defaultBackOff = (failures: number): number => Math.min(10_000, 250 * 2 ** failures)

/**
 * Everything that happens to a job, in order and each once, until it has ended. Connections that break are opened
 * again where they stopped. Stops quietly when the signal aborts.
 * @throws AppError proxy_unreachable when the proxy stays away, token_wrong, job_missing, …
 */
export async function* watchJob(place: ProxyPlace, id: string, options: WatchOptions): AsyncGenerator<JobEvent> {
  const { signal, patience = 40, backOff = defaultBackOff, onAway = () => undefined } = options
  let seen: number | null = null
  let failures = 0
  while (!signal.aborted) {
    try {
      for await (const event of openEventStream(place, id, { after: seen, signal, onOpen: () => onAway(null) })) {
        failures = 0
        if (seen !== null && event.seq <= seen) continue
        seen = event.seq
        yield event
        if (hasEnded(event.job)) return
      }
      failures += 1
      if (failures > patience) throw unreachable(place.address)
    } catch (error) {
      if (signal.aborted) return
      failures += 1
      if (failures > patience || !PASSING.has(toFailure(error).code)) throw error
      onAway(error instanceof AppError ? error : unreachable(place.address, error))
    }
    await pause(backOff(Math.max(1, failures)), signal)
  }
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds)
    signal.addEventListener(
      'abort',
      () => {
        clearTimeout(timer)
        resolve()
      },
      { once: true },
    )
  })
}
