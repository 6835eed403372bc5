import { expect, test } from 'vitest'
import { readConfig } from '#proxy/config.ts'
import { upstreamOf } from '#proxy/upstream-of.ts'

const nameOf = (environment: Record<string, string>): string => upstreamOf(readConfig(environment)).name

test('an upstream has the same name wherever the address and the key are the same, and tells neither', () => {
  const key = { OPENAI_API_KEY: 'sk-secret-0123456789' }
  const name = nameOf(key)
  expect(nameOf({ ...key, PORT: '1' })).toBe(name)
  expect(name).toMatch(/^openai [0-9a-f]{16}$/)
  const others = [
    nameOf({ OPENAI_API_KEY: 'sk-other' }),
    nameOf({ ...key, OPENAI_BASE_URL: 'http://127.0.0.1/v1' }),
    nameOf({}),
  ]
  expect(new Set([name, ...others]).size).toBe(4)
})
