import { expect, test } from 'vitest'
import { readProxyAddress, unreachable } from '#client/proxy-address.ts'
import { AppError } from '#domain/app-error.ts'

test.each([
  ['http://localhost:8787', 'http://localhost:8787'],
  ['  https://proxy.example.com/ ', 'https://proxy.example.com'],
  ['https://example.com/framewright//', 'https://example.com/framewright'],
  ['https://example.com/?a=1#b', 'https://example.com'],
])('%s is used as %s', (written, used) => {
  expect(readProxyAddress(written)).toBe(used)
})

test.each(['', 'localhost:8787', 'proxy.example.com', 'ftp://example.com', 'http://', 'javascript:alert(1)'])(
  '%s is no address',
  (written) => {
    const read = () => readProxyAddress(written)
    expect(read).toThrow(AppError)
    expect(read).toThrow('is not a web address')
  },
)

test('only a proxy on this machine is told to be started', () => {
  expect(unreachable('http://localhost:8787').code).toBe('proxy_unreachable_local')
  expect(unreachable('http://127.0.0.1:8787').code).toBe('proxy_unreachable_local')
  expect(unreachable('https://proxy.example.com').code).toBe('proxy_unreachable')
  expect(unreachable('https://proxy.example.com').message).toContain('https://proxy.example.com')
})
