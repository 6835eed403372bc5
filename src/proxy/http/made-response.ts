import type { Context } from 'hono'
import type { Services } from '../services.ts'
import type { Env } from './env.ts'
import { fileResponse } from './file-bodies.ts'

/** Bytes. Larger answers wait on disk for their readers, who may be many and slow. */
const HELD = 1024 * 1024

/** An answer whose bytes were made for it. */
export async function madeResponse(
  c: Context<Env>,
  images: Services['images'],
  bytes: Uint8Array,
  named: { [header: string]: string },
): Promise<Response> {
  const headers = { ...named, 'content-length': String(bytes.byteLength) }
  if (bytes.byteLength <= HELD) return new Response(new Uint8Array(bytes), { headers })
  if (c.req.method === 'HEAD') return new Response(null, { headers })
  return fileResponse(c.env, await images.setAside(bytes), { status: 200, headers })
}
