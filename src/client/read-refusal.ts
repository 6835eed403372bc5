import { errorSchema } from '#contract/http-wire.ts'
import { AppError } from '#domain/app-error.ts'
import { unreachable } from './proxy-address.ts'

/** What a gateway answers for a proxy that is down or starting. */
const GATEWAY_STATUSES = new Set([502, 503, 504])

/** The error for an answer that is not a success: the proxy's own failure when it sent one. */
export async function readRefusal(response: Response, address: string): Promise<AppError> {
  const body: unknown = await response.json().catch(() => null)
  const parsed = errorSchema.safeParse(body)
  if (parsed.success) return AppError.from(parsed.data.error)
  if (GATEWAY_STATUSES.has(response.status)) return unreachable(address)
  return new AppError('proxy_not_framewright', { details: { address } })
}
