import { AppError } from '#domain/app-error.ts'

const LOCAL_HOSTS = new Set(['localhost', '127.0.0.1', '[::1]', '0.0.0.0'])

/**
 * The proxy's address as it is used: trimmed, http or https, without a slash at the end.
 * @throws AppError proxy_address_invalid
 */
export function readProxyAddress(written: string): string {
  const trimmed = written.trim()
  const url = URL.canParse(trimmed) ? new URL(trimmed) : null
  if (!url || (url.protocol !== 'http:' && url.protocol !== 'https:'))
    throw new AppError('proxy_address_invalid', { details: { address: trimmed } })
  return `${url.origin}${url.pathname}`.replace(/\/+$/, '')
}

/** The failure for a proxy that does not answer; the local one says how to start it. */
export function unreachable(address: string, cause?: unknown): AppError {
  const code = LOCAL_HOSTS.has(new URL(address).hostname) ? 'proxy_unreachable_local' : 'proxy_unreachable'
  return new AppError(code, { details: { address }, cause })
}
