import type OpenAI from 'openai'
import { APIError } from 'openai'
import { z } from 'zod'
import type { UpstreamCheck } from '../upstream-check.ts'

const TIMEOUT_MS = 5_000
/** Asked at most so often, however many ask. Milliseconds. */
const KEPT_MS = 60_000

const listSchema = z.object({
  data: z.array(z.object({ id: z.string(), shutdown_date: z.string().nullish().catch(null) })),
})

/** Whether the upstream answers and takes the key: it is asked for its list of models, which costs nothing. */
export function createUpstreamCheck(client: OpenAI): () => Promise<UpstreamCheck> {
  let last: { at: number; found: Promise<UpstreamCheck> } | null = null
  return () => {
    const now = Date.now()
    if (last === null || now - last.at >= KEPT_MS) last = { at: now, found: ask(client) }
    return last.found
  }
}

async function ask(client: OpenAI): Promise<UpstreamCheck> {
  try {
    const response = await client.get('/models', { signal: AbortSignal.timeout(TIMEOUT_MS) }).asResponse()
    const list = listSchema.safeParse(await response.json().catch(() => null))
    const shutdowns = (list.data?.data ?? []).flatMap(({ id, shutdown_date }) =>
      shutdown_date ? [[id, shutdown_date] as const] : [],
    )
    return { ok: true, said: 'The upstream answers and accepts the key.', shutdowns: Object.fromEntries(shutdowns) }
  } catch (error) {
    const status: unknown = error instanceof APIError ? error.status : undefined
    return { ...saidOf(typeof status === 'number' ? status : null), shutdowns: {} }
  }
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

function saidOf(status: number | null): Omit<UpstreamCheck, 'shutdowns'> {
  if (status === null) return { ok: false, said: 'The upstream cannot be reached.' }
  return SAID[status] ?? { ok: false, said: `The upstream answers with an error (${status}).` }
}
