import { Agent, FormData as SentForm, request as send } from 'undici'
import { readText } from './read-text.ts'

export interface Upstream {
  /** For the SDK. The answer to a POST that succeeded has no body: `bodyOf` gives it. */
  fetch: typeof globalThis.fetch & { Response: typeof Response }
  bodyOf(response: Response): AsyncIterable<Uint8Array>
}

/** Errors and lists are small; no more of them is read. */
const MAX_TEXT_BYTES = 1024 * 1024

/**
 * One call is one request on a connection of its own, so that a socket the upstream closed while idle cannot look like a
 * request that broke after it was sent. Redirects are not followed. It has no time limit of its own (the engine's deadline is
 * the only clock). Bodies are read as Node streams: fetch's web streams cost about as much as all the rest of the reading.
 */
export function createUpstream(): Upstream {
  const dispatcher = new Agent({ headersTimeout: 0, bodyTimeout: 0, pipelining: 0, allowH2: false })
  const bodies = new WeakMap<Response, AsyncIterable<Uint8Array>>()
  const fetch = async (input: string | URL | Request, init: RequestInit = {}): Promise<Response> => {
    const encoded = await encode(init.body, new Headers(init.headers))
    // A compressed answer could not be read as it comes.
    encoded.headers.set('accept-encoding', 'identity')
    const sent = await send(input instanceof Request ? input.url : input, {
      method: init.method === 'POST' ? 'POST' : 'GET',
      headers: Object.fromEntries(encoded.headers),
      body: encoded.body,
      signal: init.signal ?? null,
      dispatcher,
    })
    const about = { status: sent.statusCode, headers: toHeaders(sent.headers) }
    if (init.method !== 'POST' || about.status < 200 || about.status > 299) {
      return new Response((await readText(sent.body, MAX_TEXT_BYTES)) || null, about)
    }
    const response = new Response(null, about)
    bodies.set(response, sent.body)
    return response
  }
  return {
    // The SDK asks the fetch it is given for the Response class that goes with the global FormData.
    fetch: Object.assign(fetch, { Response }),
    bodyOf: (response) => bodies.get(response) ?? emptyBody(),
  }
}

async function* emptyBody(): AsyncGenerator<Uint8Array> {}

function toHeaders(received: Record<string, string | string[] | undefined>): Headers {
  const headers = new Headers()
  for (const [name, value] of Object.entries(received)) {
    for (const one of [value ?? []].flat()) headers.append(name, one)
  }
  return headers
}

/** The SDK builds Node's own FormData. undici's own is sent part by part, its length known, and never encoded as a whole. */
async function encode(
  body: RequestInit['body'],
  headers: Headers,
): Promise<{ headers: Headers; body: SentForm | Uint8Array | null }> {
  if (body === null || body === undefined) return { headers, body: null }
  if (body instanceof FormData) {
    const form = new SentForm()
    for (const [name, value] of body) {
      if (typeof value === 'string') form.append(name, value)
      else form.append(name, value, value.name)
    }
    return { headers, body: form }
  }
  const encoded = new Response(body)
  if (!headers.has('content-type')) headers.set('content-type', encoded.headers.get('content-type') ?? '')
  return { headers, body: await encoded.bytes() }
}
