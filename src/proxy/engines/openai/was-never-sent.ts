import { z } from 'zod'

const linkSchema = z.object({
  code: z.string().optional().catch(undefined),
  syscall: z.string().optional().catch(undefined),
  errors: z.array(z.unknown()).optional().catch(undefined),
  cause: z.unknown().optional(),
})

/** Calls that come before the first byte of a request. */
const CONNECTING = new Set(['connect', 'getaddrinfo'])
/** No connection in time, or one whose certificate was refused: nothing was written to it. */
const NEVER_OPENED =
  /^(UND_ERR_CONNECT_TIMEOUT|ERR_TLS_.*|CERT_.*|.*_CERT(_.*)?|.*_CERTIFICATE(_.*)?|UNABLE_TO_VERIFY_.*)$/

/** True when a transport error, by itself or by its causes, proves that no request reached the upstream. */
export function wasNeverSent(error: unknown): boolean {
  const link = linkSchema.safeParse(error).data
  if (!link) return false
  if (link.syscall !== undefined && CONNECTING.has(link.syscall)) return true
  if (link.code !== undefined && NEVER_OPENED.test(link.code)) return true
  // One host name with several addresses fails with one error for each.
  if (link.errors !== undefined && link.errors.length > 0) return link.errors.every(wasNeverSent)
  return wasNeverSent(link.cause)
}
