import { z } from 'zod'
import type { UpstreamCheck } from '../upstream-check.ts'
import { OPENAI_URL } from './openai-url.ts'
import { readText } from './read-text.ts'

const TIMEOUT_MS = 5_000
/** Asked at most so often, however many ask. Milliseconds. */
const KEPT_MS = 60_000
/** OpenAI’s list is some tens of kilobytes. No more of a body is read. */
const MAX_BYTES = 1024 * 1024

const listSchema = z.object({
  data: z.array(z.object({ id: z.string(), shutdown_date: z.string().nullish().catch(null) })),
})

interface Upstream {
  apiKey: string
  baseUrl?: string
}

/**
 * Whether the upstream answers and takes the key: it is asked for its list of models, which costs nothing. Done without
 * the SDK, which a proxy without jobs does not load.
 */
export function createUpstreamCheck(upstream: Upstream): () => Promise<UpstreamCheck> {
  let last: { at: number; found: Promise<UpstreamCheck> } | null = null
  return () => {
    const now = Date.now()
    if (last === null || now - last.at >= KEPT_MS) last = { at: now, found: ask(upstream) }
    return last.found
  }
}

async function ask({ apiKey, baseUrl = OPENAI_URL }: Upstream): Promise<UpstreamCheck> {
  try {
    const response = await fetch(`${baseUrl.replace(/\/+$/, '')}/models`, {
      headers: { authorization: `Bearer ${apiKey}` },
      redirect: 'manual',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    })
    const text = response.body === null ? '' : await readText(response.body, MAX_BYTES).catch(() => '')
    const body = parseJson(text)
    return response.ok
      ? { ok: true, said: 'The upstream answers and accepts the key.', shutdowns: shutdownsIn(body) }
      : { ...saidOf(response.status), shutdowns: {} }
  } catch {
    return { ok: false, said: 'The upstream cannot be reached.', shutdowns: {} }
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

function shutdownsIn(body: unknown): Record<string, string> {
  const models = listSchema.safeParse(body).data?.data ?? []
  return Object.fromEntries(models.flatMap(({ id, shutdown_date }) => (shutdown_date ? [[id, shutdown_date]] : [])))
}

/** Servers that speak only the images API list no models; keys can be kept from listing them. Both may make pictures. */
const SAID: Record<number, Omit<UpstreamCheck, 'shutdowns'>> = {
  401: { ok: false, said: 'The upstream refuses the API key.' },
  403: {
    ok: true,
    said: 'The upstream answers; whether it accepts the key shows only in use, as it lists no models to it.',
  },
  404: { ok: true, said: 'The upstream answers; whether it accepts the key shows only in use, as it lists no models.' },
  429: { ok: true, said: 'The upstream answers that it is asked too often.' },
}

function saidOf(status: number): Omit<UpstreamCheck, 'shutdowns'> {
  return SAID[status] ?? { ok: false, said: `The upstream answers with an error (${status}).` }
}
