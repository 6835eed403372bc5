import { expect, it } from 'vitest'
import { wasNeverSent } from '#proxy/engines/openai/was-never-sent.ts'

const system = (code: string, syscall?: string) => Object.assign(new Error(code), { code, syscall })
const wrapped = (cause: unknown) => new Error('Connection error.', { cause: new TypeError('fetch failed', { cause }) })

it.each([
  { error: wrapped(system('ECONNREFUSED', 'connect')), never: true },
  { error: wrapped(system('ENOTFOUND', 'getaddrinfo')), never: true },
  { error: wrapped(system('EAI_AGAIN', 'getaddrinfo')), never: true },
  { error: wrapped(system('ETIMEDOUT', 'connect')), never: true },
  { error: wrapped(system('UND_ERR_CONNECT_TIMEOUT')), never: true },
  { error: wrapped(system('DEPTH_ZERO_SELF_SIGNED_CERT')), never: true },
  { error: wrapped(system('SELF_SIGNED_CERT_IN_CHAIN')), never: true },
  { error: wrapped(system('CERT_HAS_EXPIRED')), never: true },
  { error: wrapped(system('ERR_TLS_CERT_ALTNAME_INVALID')), never: true },
  { error: wrapped(system('UNABLE_TO_VERIFY_LEAF_SIGNATURE')), never: true },
  {
    error: wrapped(new AggregateError([system('ECONNREFUSED', 'connect'), system('ENETUNREACH', 'connect')])),
    never: true,
  },
  { error: wrapped(new AggregateError([system('ECONNREFUSED', 'connect'), system('EPIPE', 'write')])), never: false },
  { error: wrapped(system('ECONNRESET', 'read')), never: false },
  { error: wrapped(system('ETIMEDOUT', 'read')), never: false },
  { error: wrapped(system('EPIPE', 'write')), never: false },
  { error: wrapped(system('UND_ERR_SOCKET')), never: false },
  { error: wrapped(system('UND_ERR_HEADERS_TIMEOUT')), never: false },
  { error: new Error('anything else'), never: false },
  { error: undefined, never: false },
])('$error.cause.cause is proof that nothing was sent: $never', ({ error, never }) => {
  expect(wasNeverSent(error)).toBe(never)
})
