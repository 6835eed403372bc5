import { isAbsolute } from 'node:path'
import { expect, test } from 'vitest'
import { ConfigError, readConfig } from '#proxy/config.ts'

test('with nothing set the proxy listens on this machine only and draws offline', () => {
  const config = readConfig({ OPENAI_API_KEY: '', UNRELATED: 'x' })
  expect(config).toMatchObject({
    port: 8787,
    host: 'localhost',
    engine: { kind: 'offline', waitMs: 'realistic' },
    localBudget: null,
    concurrency: 4,
  })
  expect(isAbsolute(config.dataDir)).toBe(true)
})

test('a key chooses OpenAI, an address another server', () => {
  const set = { OPENAI_API_KEY: 'sk-1', OPENAI_BASE_URL: 'http://gpu.example/v1', UPSTREAM_TIMEOUT_SECONDS: '30' }
  expect(readConfig(set).engine).toEqual({
    kind: 'openai',
    apiKey: 'sk-1',
    baseUrl: 'http://gpu.example/v1',
    timeoutMs: 30_000,
  })
  expect(readConfig({ OFFLINE_WAIT: '0', LOCAL_BUDGET_USD: '12.34' })).toMatchObject({
    engine: { kind: 'offline', waitMs: 0 },
    localBudget: 12_340_000,
  })
})

const bad: [Record<string, string>, string][] = [
  [{ PORT: '80a' }, 'The setting PORT “80a” cannot be used: it must be a whole number from 0 to 65535.'],
  [{ PORT: '70000' }, 'whole number from 0 to 65535'],
  [{ HOST: 'my-host' }, 'HOST “my-host” cannot be used: it must be localhost or an IP address.'],
  [{ OFFLINE_WAIT: 'long' }, 'OFFLINE_WAIT “long” cannot be used: it must be realistic or milliseconds'],
  [{ LOCAL_BUDGET_USD: '-1' }, 'LOCAL_BUDGET_USD “-1” cannot be used: it must be an amount in dollars'],
  [{ LOG_LEVEL: 'loud' }, 'must be trace, debug, info'],
  [{ OPENAI_API_KEY: 'sk-1', OPENAI_BASE_URL: 'gpu' }, 'must be an address starting with http'],
  [{ OPENAI_API_KEY: 'sk-1\nsk-2' }, 'OPENAI_API_KEY cannot be used: it must be of letters, digits and signs'],
  [{ OPENAI_API_KEY: 'sk-“1”' }, 'OPENAI_API_KEY cannot be used'],
  [{ OPENAI_BASE_URL: 'http://gpu.example' }, 'OPENAI_BASE_URL is set, but OPENAI_API_KEY is not.'],
]

test.each(bad)('%o is refused in a sentence', (set, sentence) => {
  expect(() => readConfig(set)).toThrow(ConfigError)
  expect(() => readConfig(set)).toThrow(sentence)
})

test('several bad settings are all named, the key never', () => {
  const set = { PORT: 'x', LOG_LEVEL: 'y', OPENAI_API_KEY: 'sk-secret' }
  expect(() => readConfig(set)).toThrow('The setting PORT “x”')
  expect(() => readConfig(set)).toThrow('The setting LOG_LEVEL “y”')
  expect(() => readConfig(set)).not.toThrow(/sk-secret/)
})
