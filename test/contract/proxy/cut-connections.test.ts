import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Db } from '#proxy/database/tables.ts'
import { addMember } from '#support/add-member.ts'
import { sampleSubmit } from '#support/call-proxy.ts'
import { createClusterClient } from '#support/cluster/cluster-client.ts'
import { type ProxyProcess, startProxyProcess } from '#support/cluster/proxy-process.ts'
import { whereJobsStand } from '#support/cluster/where-jobs-stand.ts'
import { connectionCutter } from '#support/cut-connections.ts'
import { createPostgres } from '#support/databases.ts'
import { type FakeOpenAI, startFakeOpenAI } from '#support/fake-openai/start-fake-openai.ts'
import { sampleBrief } from '#support/sample-brief.ts'

const JOBS = 8
const LOOK_MS = 50
const ALL_MS = 50_000

let undo: (() => Promise<unknown>)[] = []
let upstream: FakeOpenAI
let cutter: ReturnType<typeof connectionCutter>
let db: Db
let proxy: ProxyProcess
let addAda: (budget: number) => Promise<string>

beforeEach(async () => {
  const database = await createPostgres()
  undo.push(() => database.drop())
  upstream = await startFakeOpenAI({ latencyMs: 150 })
  undo.push(() => upstream.close())
  cutter = connectionCutter(database.config.databaseUrl)
  undo.push(() => cutter.close())
  db = await database.open()
  undo.push(() => db.destroy())
  proxy = await startProxyProcess('proxy', {
    DATABASE_URL: database.config.databaseUrl,
    DATA_DIR: database.config.dataDir,
    OPENAI_API_KEY: upstream.apiKey,
    OPENAI_BASE_URL: upstream.url,
    JOB_CONCURRENCY: '3',
  })
  undo.push(() => proxy.end('SIGKILL'))
  addAda = (budget) => addMember(database.config, 'ada', budget)
})
afterEach(async () => {
  for (const one of undo.toReversed()) await one()
  undo = []
})

async function countEnded(): Promise<number> {
  const rows = await db.selectFrom('jobs').select('id').where('ended_at', 'is not', null).execute()
  return rows.length
}

/** Asks until it is so; where it cannot be asked, as with a connection just cut, once more. */
async function until(what: string, deadline: number, holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds().catch(() => false))) {
    if (performance.now() > deadline)
      throw new Error(`Too late: ${what}; ${upstream.calls.length} calls; ${await whereJobsStand(db, [proxy])}`)
    await wait(LOOK_MS)
  }
}

test('a proxy lives while all its connections to PostgreSQL are cut again and again; every job ends, none is paid twice', async () => {
  const jobs = Array.from({ length: JOBS }, (_, i) => ({ id: randomUUID(), idea: `Lamp ${10 + i}.` }))
  const price = sampleSubmit(sampleBrief({ idea: 'Lamp 10.' })).agreedPrice
  const client = createClusterClient(() => [proxy], await addAda(price * JOBS))
  const deadline = performance.now() + ALL_MS

  const cutting = (async () => {
    for (let calls = 1; calls < JOBS; calls += 2) {
      await until(`call ${calls}`, deadline, async () => upstream.calls.length >= calls)
      // None is there for a moment after the cut before.
      await until('connections to cut', deadline, async () => (await cutter.cutAll()) > 0)
    }
  })()
  let submitted = 0
  const submitting = jobs.map(async ({ id, idea }) => {
    await client.submit(id, sampleSubmit(sampleBrief({ idea })), 0)
    submitted += 1
  })
  await Promise.all([cutting, until('all submits', deadline, async () => submitted === JOBS)])
  await Promise.all(submitting)
  await until('all ends', deadline, async () => (await countEnded()) === JOBS)

  for (const { id, idea } of jobs) {
    const { value } = await client.calls(0).job(id)
    expect(value).toMatchObject({ state: 'done', failure: null })
    const answer = await client.calls(0).raw(`/v1/images/${value.results[0]?.image.id}`)
    expect((await answer.arrayBuffer()).byteLength).toBe(value.results[0]?.image.bytes)
    expect(upstream.calls.filter(({ order }) => order?.prompt.includes(idea))).toHaveLength(1)
  }
  expect((await client.calls(0).usage()).value.budget).toMatchObject({
    reserved: 0,
    settled: upstream.bill().microDollars,
  })
  await proxy.end('SIGTERM')
}, 60_000)
