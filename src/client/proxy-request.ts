import ky, { isNetworkError, isTimeoutError } from 'ky'
import type { z } from 'zod'
import type { Route } from '#contract/http-wire.ts'
import { AppError } from '#domain/app-error.ts'
import { unreachable } from './proxy-address.ts'
import { readRefusal } from './read-refusal.ts'
import { routePath } from './route-path.ts'

export interface ProxyPlace {
  /** As `readProxyAddress` returns it. */
  address: string
  token: string
  fetch?: typeof fetch
  timeout?: number
}

export interface Sending {
  /** The `:id` of the route's path. */
  id?: string
  /** The `:index` of the route's path. */
  index?: number
  query?: Record<string, string | number | undefined>
  json?: unknown
  bytes?: Uint8Array<ArrayBuffer>
  headers?: Record<string, string>
  signal?: AbortSignal
  /** Milliseconds to wait for a whole answer, its body too; false waits for ever. */
  timeout?: number | false
}

const JSON_TIMEOUT_MS = 30_000
/** Only what may be sent twice without doing twice is sent again, and only when no answer came. */
const REPEATABLE = new Set<Route['method']>(['GET', 'PUT', 'PATCH'])
const REPEATS = 2

/** One request to one route. Throws AppError for every answer that is not a success, and for none at all. */
export async function sendToProxy(place: ProxyPlace, route: Route, sending: Sending = {}): Promise<Response> {
  const timeout = sending.timeout === false ? false : (place.timeout ?? sending.timeout ?? JSON_TIMEOUT_MS)
  // What ky waits for is the head of an answer; a body can stall too.
  const deadline = timeout === false ? [] : [AbortSignal.timeout(timeout)]
  const signals = [...deadline, ...(sending.signal ? [sending.signal] : [])]
  const { id, index } = sending
  const parameters = { ...(id === undefined ? {} : { id }), ...(index === undefined ? {} : { index }) }
  const response = await ky(`${place.address}${routePath(route, parameters)}`, {
    method: route.method,
    headers: { ...sending.headers, ...(route.auth ? { authorization: `Bearer ${place.token}` } : {}) },
    throwHttpErrors: false,
    retry: { limit: REPEATABLE.has(route.method) ? REPEATS : 0, statusCodes: [] },
    timeout,
    ...(sending.query ? { searchParams: sending.query } : {}),
    ...(sending.json === undefined ? {} : { json: sending.json }),
    ...(sending.bytes ? { body: sending.bytes } : {}),
    ...(signals.length > 0 ? { signal: AbortSignal.any(signals) } : {}),
    ...(place.fetch ? { fetch: place.fetch } : {}),
  }).catch((error: unknown) => {
    if (isNetworkError(error) || isTimeoutError(error) || deadline.some(({ aborted }) => aborted))
      throw unreachable(place.address, error)
    throw error
  })
  if (!response.ok) throw await readRefusal(response, place.address)
  return response
}

/** A request whose answer is JSON of the route's schema. */
export async function askProxy<T extends z.ZodType>(
  place: ProxyPlace,
  route: Route & { answer: T },
  sending: Sending = {},
): Promise<z.output<T>> {
  const response = await sendToProxy(place, route, sending)
  return parseAnswer(place, route.answer, await readJson(place, response))
}

export async function readJson(place: ProxyPlace, response: Response): Promise<unknown> {
  const text = await response.text().catch((error: unknown) => {
    throw unreachable(place.address, error)
  })
  try {
    return JSON.parse(text)
  } catch {
    throw notFramewright(place)
  }
}

export function parseAnswer<T extends z.ZodType>(place: ProxyPlace, schema: T, value: unknown): z.output<T> {
  const parsed = schema.safeParse(value)
  if (!parsed.success) throw notFramewright(place)
  return parsed.data
}

function notFramewright(place: ProxyPlace): AppError {
  return new AppError('proxy_not_framewright', { details: { address: place.address } })
}
