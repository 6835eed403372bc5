import { randomUUID } from 'node:crypto'
import postgres from 'postgres'
import { afterEach, expect, test } from 'vitest'
import { CONTRACT_VERSION } from '#contract/http-wire.ts'
import type { ImageInfo } from '#domain/image.ts'
import { callProxy, sampleSubmit } from '#support/call-proxy.ts'
import { createPostgres } from '#support/databases.ts'
import { createHandEngine } from '#support/hand-engine.ts'
import { sampleBrief } from '#support/sample-brief.ts'
import { samplePng } from '#support/sample-images.ts'
import { startTestProxy } from '#support/start-test-proxy.ts'

let undo: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const one of undo.toReversed()) await one()
  undo = []
})

const JOBS = 12
const ROUNDS = 4

/** The first half of the jobs uses the first picture, the rest the other. */
function batchOf(pictures: readonly [ImageInfo, ImageInfo]) {
  const jobs = Array.from({ length: JOBS }, (_, i) => {
    const { id: imageId, width, height } = pictures[i < JOBS / 2 ? 0 : 1]
    const references = [{ imageId, role: 'subject' as const, width, height, name: 'Lamp' }]
    const { contractVersion: _version, ...job } = sampleSubmit(sampleBrief({ references }))
    return { id: randomUUID(), ...job }
  })
  return { contractVersion: CONTRACT_VERSION, jobs }
}

test('batches of one member at two proxies, with the same references in opposite order, are all taken', async () => {
  const database = await createPostgres()
  undo.push(() => database.drop())
  const start = async () => {
    const parts = { engine: createHandEngine() }
    const proxy = await startTestProxy({ ...database.config, parts, stopWaitMs: 0, localBudget: 9_000_000_000 })
    undo.push(() => proxy.close())
    return proxy
  }
  const [one, other] = [await start(), await start()]
  const [here, there] = [one, other].map(({ url }) => callProxy((path, init) => fetch(url + path, init), one.token))
  if (!here || !there) throw new Error('There must be two')
  const first = (await here.upload(await samplePng(64, 64))).value
  const second = (await here.upload(await samplePng(65, 64))).value
  for (let round = 0; round < ROUNDS; round += 1) {
    const both = [here.submitBatch(batchOf([first, second])), there.submitBatch(batchOf([second, first]))]
    for (const { status } of await Promise.all(both)) expect(status).toBe(201)
  }
  // Counts reach the statistics when the connections end.
  await Promise.all([one.close(), other.close()])
  const sql = postgres(database.config.databaseUrl, { max: 1 })
  undo.push(() => sql.end())
  expect(await sql`select deadlocks::int from pg_stat_database where datname = current_database()`).toEqual([
    { deadlocks: 0 },
  ])
})
