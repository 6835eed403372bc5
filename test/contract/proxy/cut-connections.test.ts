import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, expect, test } from 'vitest'
import { addMember } from '#support/add-member.ts'
import { sampleSubmit } from '#support/call-proxy.ts'
import { createClusterClient } from '#support/cluster/cluster-client.ts'
import { startProxyProcess } from '#support/cluster/proxy-process.ts'
import { connectionCutter } from '#support/cut-connections.ts'
import { createPostgres } from '#support/databases.ts'
import { startFakeOpenAI } from '#support/fake-openai/start-fake-openai.ts'
import { sampleBrief } from '#support/sample-brief.ts'

let undo: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const one of undo.toReversed()) await one()
  undo = []
})

const JOBS = 8
const LOOK_MS = 50

test('a proxy lives while all its connections to PostgreSQL are cut again and again; every job ends, none is paid twice', async () => {
  const database = await createPostgres()
  undo.push(() => database.drop())
  const upstream = await startFakeOpenAI({ latencyMs: 150 })
  undo.push(() => upstream.close())
  const cutter = connectionCutter(database.config.databaseUrl)
  undo.push(() => cutter.close())
  const db = await database.open()
  undo.push(() => db.destroy())
  const proxy = await startProxyProcess('proxy', {
    DATABASE_URL: database.config.databaseUrl,
    DATA_DIR: database.config.dataDir,
    OPENAI_API_KEY: upstream.apiKey,
    OPENAI_BASE_URL: upstream.url,
    JOB_CONCURRENCY: '3',
  })
  undo.push(() => proxy.end('SIGKILL'))
  const jobs = Array.from({ length: JOBS }, (_, i) => ({ id: randomUUID(), idea: `Lamp ${10 + i}.` }))
  const price = sampleSubmit(sampleBrief({ idea: 'Lamp 10.' })).agreedPrice
  const client = createClusterClient(() => [proxy], await addMember(database.config, 'ada', price * JOBS))

  const countEnded = async (): Promise<number> => {
    const rows = await db
      .selectFrom('jobs')
      .select('id')
      .where('ended_at', 'is not', null)
      .execute()
      .catch(() => [])
    return rows.length
  }
  const cutting = (async () => {
    for (let calls = 1; calls < JOBS; calls += 2) {
      while (upstream.calls.length < calls) await wait(LOOK_MS)
      // None is there for a moment after the cut before.
      while ((await cutter.cutAll()) === 0) await wait(LOOK_MS)
    }
  })()
  await Promise.all(jobs.map(({ id, idea }) => client.submit(id, sampleSubmit(sampleBrief({ idea })), 0)))
  await cutting
  while ((await countEnded()) < JOBS) await wait(LOOK_MS)

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
