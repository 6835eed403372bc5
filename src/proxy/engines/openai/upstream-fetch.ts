import { Agent, fetch } from 'undici'

/**
 * The fetch of one package with the agent of the same package: Node's own gives up after five minutes without headers.
 * No time limit of its own (the engine's deadline is the only clock). No connection is used twice, so that a socket the
 * upstream closed while idle cannot look like a request that broke after it was sent. Redirects are not followed: one
 * call is one request.
 */
export function createUpstreamFetch() {
  const dispatcher = new Agent({ headersTimeout: 0, bodyTimeout: 0, pipelining: 0, allowH2: false })
  const send = async (input: string | URL | Request, { method, signal, body, headers }: RequestInit = {}) => {
    const encoded = await encode(body ?? null, new Headers(headers))
    return fetch(input instanceof Request ? input.url : input, {
      ...encoded,
      method: method ?? 'GET',
      signal: signal ?? null,
      redirect: 'manual',
      dispatcher,
    })
  }
  // The SDK asks the fetch it is given for the Response class that goes with the global FormData.
  return Object.assign(send, { Response })
}

/** The SDK builds Node's own FormData, another class than the package's, so Node's own Response encodes it. */
async function encode(body: RequestInit['body'] | null, headers: Headers) {
  if (body === null || body === undefined) return { headers: [...headers], body: null }
  const encoded = new Response(body)
  if (!headers.has('content-type')) headers.set('content-type', encoded.headers.get('content-type') ?? '')
  return { headers: [...headers], body: await encoded.bytes() }
}
