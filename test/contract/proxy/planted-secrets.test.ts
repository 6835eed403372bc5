import { afterAll, beforeAll, expect, test } from 'vitest'
import { startFailure } from '#proxy/start-failure.ts'
import { startProxy } from '#proxy/start-proxy.ts'
import { addMember } from '#support/add-member.ts'
import { callProxy, sampleSubmit } from '#support/call-proxy.ts'
import { createPostgres } from '#support/databases.ts'
import { type FakeOpenAI, startFakeOpenAI } from '#support/fake-openai/start-fake-openai.ts'
import { sampleBrief } from '#support/sample-brief.ts'
import { samplePng } from '#support/sample-images.ts'
import { testConfig } from '#support/start-test-proxy.ts'

const KEY = 'sk-planted-9137'
const PROMPT = 'zanzibar-4411'
const PASSWORD = 'planted-password-7720'

let database: Awaited<ReturnType<typeof createPostgres>>
let upstream: FakeOpenAI
beforeAll(async () => {
  database = await createPostgres()
  upstream = await startFakeOpenAI({ apiKey: KEY })
})
afterAll(async () => {
  await upstream.close()
  await database.drop()
})

function withPassword(address: string): string {
  const url = new URL(address)
  url.password = PASSWORD
  return url.href
}

test('key, database password, prompt, token and picture appear in no log, no failure and no number', async () => {
  const said: string[] = []
  const logTo = { write: (line: string) => void said.push(line) }
  const { databaseUrl } = database.config
  const engine = { kind: 'openai' as const, apiKey: KEY, baseUrl: upstream.url, timeoutMs: 20_000 }
  const config = testConfig(database.config.dataDir, { databaseUrl, engine, logLevel: 'trace' })
  const token = await addMember(config, 'someone', 25_000_000)
  const proxy = await startProxy(config, { logTo })
  const calls = callProxy((path, init) => fetch(proxy.url + path, init), token)
  const hear = async (path: string, init: RequestInit = {}): Promise<void> =>
    void said.push(await (await calls.raw(path, init)).text())

  const picture = await samplePng()
  await calls.upload(picture)
  const message = `Incorrect API key provided: ${KEY}. The prompt was ${PROMPT}.`
  const body = { error: { message, type: 'invalid_request_error', code: 'invalid_api_key', param: null } }
  upstream.next({ kind: 'error', status: 401, body }, { kind: 'reset-mid-body' }, { kind: 'not-an-image' })
  const brief = sampleBrief({ idea: `A lamp ${PROMPT}`, exactTexts: [PROMPT] })
  for (let index = 0; index < 3; index++) {
    const job = await calls.ended((await calls.submit(sampleSubmit(brief))).value.id)
    said.push(JSON.stringify(job.failure))
  }
  await hear('/readyz')
  await hear('/metrics')
  await hear(`/v1/jobs/aaaaaaaaaaaaaaaaaaaa?token=${token}`, { method: 'PUT', body: `{"${PROMPT}` })
  await hear('/v1/session', { headers: { authorization: `Bearer ${KEY}` } })
  await hear('/v1/images', { method: 'POST', body: new Uint8Array([...picture.subarray(0, 60)]) })
  await proxy.close()
  const wrong = { ...config, databaseUrl: withPassword(databaseUrl) }
  await startProxy(wrong, { logTo }).catch((error: unknown) => said.push(startFailure(error)))

  const all = said.join('\n')
  expect(all).toContain('the password is wrong')
  expect(all).toContain('upstream_key_wrong')
  const secrets = [KEY, PROMPT, token, PASSWORD, picture.toString('base64').slice(0, 40)]
  expect(secrets.filter((secret) => all.includes(secret))).toEqual([])
})
