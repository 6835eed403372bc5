import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { routes } from '#contract/http-wire.ts'
import { createApp } from '#proxy/app.ts'
import { openDatabase } from '#proxy/database/open-database.ts'
import { openServices, type Services } from '#proxy/services.ts'
import { anyHeaders, headerText, requestsOf, type Sent } from '#support/any-request.ts'
import { createHandEngine } from '#support/hand-engine.ts'
import { temporaryFolder, testConfig } from '#support/start-test-proxy.ts'

const RUNS = 60
const lines: string[] = []
const answered = new Map<string, number>()
let dataDir: string
let services: Services
let app: ReturnType<typeof createApp>
let jobs = 0

beforeAll(async () => {
  dataDir = await temporaryFolder()
  const config = testConfig(dataDir, { logLevel: 'error', stopWaitMs: 0 })
  const logTo = { write: (line: string) => void lines.push(line) }
  services = await openServices(config, { engine: createHandEngine(), logTo })
  app = createApp(services)
})
afterAll(async () => {
  await services.close()
  await rm(dataDir, { recursive: true, force: true })
  const counts = [...answered].toSorted().map(([status, count]) => `${status}: ${count}`)
  const total = [...answered.values()].reduce((sum, count) => sum + count, 0)
  console.log(`fuzz: ${total} requests answered (${counts.join(', ')})`)
})

/** What a request asks for that was taken. */
interface Taken {
  status: number
  made: number
}

async function send({ path, headers, ...init }: Sent): Promise<Taken> {
  const request = new Request(`http://localhost${path}`, {
    ...init,
    headers: { authorization: `Bearer ${services.members.localToken}`, ...headers },
  })
  const response = await app.request(request)
  answered.set(String(response.status), (answered.get(String(response.status)) ?? 0) + 1)
  const made = response.status === 201 ? madeSchema.parse(await response.json()) : 0
  if (!response.bodyUsed) await response.body?.cancel()
  return { status: response.status, made }
}
/** How many jobs a new job or batch is. */
const madeSchema = z.looseObject({ jobs: z.array(z.unknown()).default(['one']) }).transform((made) => made.jobs.length)

async function counted() {
  const db = await openDatabase({ dataDir, databaseUrl: null })
  const count = async (table: 'jobs' | 'images' | 'image_owners' | 'members') => {
    const { rows } = await db
      .selectFrom(table)
      .select((row) => row.fn.countAll().as('rows'))
      .executeTakeFirstOrThrow()
    return Number(rows)
  }
  const reservations = await db
    .selectFrom('ledger')
    .select((row) => row.fn.countAll().as('rows'))
    .where('kind', '=', 'reserve')
    .executeTakeFirstOrThrow()
  const found = {
    jobs: await count('jobs'),
    reservations: Number(reservations.rows),
    images: await count('images'),
    owners: await count('image_owners'),
    members: await count('members'),
    files: (await readdir(dataDir, { recursive: true })).filter((name) => /[0-9a-f]{64}|unfinished/.test(name)).length,
    uploads: (await readdir(join(dataDir, 'uploads')).catch(() => [])).length,
  }
  await db.destroy()
  return found
}

test.each(Object.entries(routes))('%s: whatever is sent is answered, never with an error of ours', async (_, route) => {
  const check = fc.asyncProperty(requestsOf(route), async (request) => {
    const { status, made } = await send(request)
    jobs += made
    expect(status).toBeLessThan(500)
  })
  await fc.assert(check, { numRuns: RUNS })
  expect(lines).toEqual([])
})

test('so are any paths, methods and tokens', async () => {
  const anyRequest = fc.record({
    method: fc.constantFrom('GET', 'PUT', 'POST', 'DELETE', 'PATCH', 'HEAD', 'OPTIONS'),
    path: fc.tuple(fc.webPath(), fc.webQueryParameters()).map(([path, query]) => `/v1${path}?${query}`),
    headers: fc.oneof(
      anyHeaders,
      headerText.map((text) => ({ authorization: text })),
    ),
  })
  const check = fc.asyncProperty(anyRequest, async (request) => {
    expect((await send(request)).status).toBeLessThan(500)
  })
  await fc.assert(check, { numRuns: RUNS * 2 })
  expect(lines).toEqual([])
})

test('it left only what was taken', async () => {
  expect(jobs).toBeGreaterThan(0)
  expect(await counted()).toEqual({ jobs, reservations: jobs, images: 0, owners: 0, members: 1, files: 0, uploads: 0 })
})

test('refused requests take no memory that stays', async () => {
  setFlagsFromString('--expose-gc')
  const collect: () => void = runInNewContext('gc')
  const requests = fc.sample(fc.oneof(...Object.values(routes).map(requestsOf)), 25)
  const round = async (): Promise<void> => {
    for (const request of requests) {
      const { authorization: _, ...headers } = request.headers
      await send({ ...request, headers: { ...headers, authorization: 'Bearer wrong' } })
      if (request.method === 'GET') await send(request)
    }
  }
  for (let i = 0; i < 2; i++) await round()
  collect()
  const before = process.memoryUsage().heapUsed
  for (let i = 0; i < 8; i++) await round()
  collect()
  const grown = (process.memoryUsage().heapUsed - before) / 1e6
  console.log(`fuzz: the heap grew by ${grown.toFixed(1)} MB in ${8 * requests.length} or more requests`)
  expect(grown).toBeLessThan(8)
})
