import { createParser } from 'eventsource-parser'
import { type JobEvent, jobEventSchema, routes } from '#contract/http-wire.ts'
import { unreachable } from './proxy-address.ts'
import { type ProxyPlace, parseAnswer, sendToProxy } from './proxy-request.ts'

/** A stream that says nothing for this long is taken for dead: a laptop slept, or a gateway dropped it. */
const SILENCE_MS = 45_000

interface StreamQuestion {
  /** The last event seen; null for all of them. */
  after: number | null
  signal: AbortSignal
  onOpen: () => void
}

/** One connection to a job's event stream; ends when the proxy closes it. Throws AppError. */
export async function* openEventStream(
  place: ProxyPlace,
  id: string,
  { after, signal, onOpen }: StreamQuestion,
): AsyncGenerator<JobEvent> {
  const silence = new AbortController()
  let timer = setTimeout(() => silence.abort(), SILENCE_MS)
  try {
    const response = await sendToProxy(place, routes.watchJob, {
      id,
      headers: { accept: 'text/event-stream', ...(after === null ? {} : { 'last-event-id': String(after) }) },
      signal: AbortSignal.any([signal, silence.signal]),
      timeout: false,
    })
    onOpen()
    const events: string[] = []
    const parser = createParser({ onEvent: (event) => events.push(event.data) })
    const decoder = new TextDecoder()
    const reader = response.body?.getReader()
    for (let chunk = await reader?.read(); chunk && !chunk.done; chunk = await reader?.read()) {
      clearTimeout(timer)
      timer = setTimeout(() => silence.abort(), SILENCE_MS)
      parser.feed(decoder.decode(chunk.value, { stream: true }))
      for (const data of events.splice(0)) yield parseAnswer(place, jobEventSchema, readData(data))
    }
  } catch (error) {
    if (signal.aborted || (error instanceof Error && error.name === 'AppError')) throw error
    throw unreachable(place.address, error)
  } finally {
    clearTimeout(timer)
    silence.abort()
  }
}

function readData(data: string): unknown {
  try {
    return JSON.parse(data)
  } catch {
    return null
  }
}
