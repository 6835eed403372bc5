import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { pino } from 'pino'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openDatabase } from '#proxy/database/open-database.ts'
import type { Db } from '#proxy/database/tables.ts'
import { openArrivingPictures } from '#proxy/image-store/arriving-pictures.ts'
import { openFileBlobs } from '#proxy/image-store/file-blobs.ts'
import { createImageStore } from '#proxy/image-store/image-store.ts'
import { createBell } from '#proxy/jobs/bell.ts'
import { markSent } from '#proxy/jobs/job-changes.ts'
import type { JobContext } from '#proxy/jobs/job-context.ts'
import { callEngineOnce } from '#proxy/jobs/runs/call-engine-once.ts'
import { openMetrics } from '#proxy/metrics/open-metrics.ts'
import { callProxy, sampleSubmit } from '#support/call-proxy.ts'
import { createHandEngine, type HandEngine } from '#support/hand-engine.ts'
import { startTestProxy, type TestProxy } from '#support/start-test-proxy.ts'

let proxy: TestProxy
let db: Db
let taken: { jobId: string; runId: string }

/** A job in the middle of its paid call, and its database from outside. */
beforeEach(async () => {
  const engine = createHandEngine({ simulated: false })
  proxy = await startTestProxy({ parts: { engine }, stopWaitMs: 0 })
  const calls = callProxy((path, init) => fetch(proxy.url + path, init), proxy.token)
  const { id } = (await calls.submit(sampleSubmit())).value
  await engine.call(0)
  db = await openDatabase({ dataDir: proxy.dataDir, databaseUrl: null })
  const row = await db.selectFrom('jobs').select('run_id').where('id', '=', id).executeTakeFirstOrThrow()
  taken = { jobId: id, runId: row.run_id ?? '' }
})
afterEach(async () => {
  await db.destroy()
  await proxy.close()
})

const now = () => new Date().toISOString()

/** As in a process that knows nothing of what others do. */
async function inAnotherProcess(engine: HandEngine): Promise<JobContext> {
  return {
    db,
    engine,
    images: createImageStore({
      db,
      blobs: await openFileBlobs(join(proxy.dataDir, 'images')),
      spool: join(proxy.dataDir, 'uploads'),
      now,
    }),
    arriving: await openArrivingPictures(proxy.dataDir),
    log: pino({ level: 'silent' }),
    metrics: openMetrics(db, () => new Date()),
    hasRoom: async () => {},
    now,
    changes: createBell(),
    giveUp: new AbortController().signal,
    underWay: new Map(),
    finishing: new Map(),
  }
}

test('a job that was sent is not sent again by a process that knows nothing of the first call', async () => {
  const engine = createHandEngine({ simulated: false })
  const context = await inAnotherProcess(engine)
  const sentTwice = engine.call(0).then(() => 'sent twice')
  const outcome = await Promise.race([callEngineOnce(context, taken), sentTwice])
  expect(outcome).toMatchObject({ kind: 'failed', failure: { code: 'interrupted' }, mayHaveBeenCharged: true })
  expect(engine.calls).toHaveLength(0)
})

test('of many that want to send a job at once, one may', async () => {
  await db.updateTable('jobs').set({ sent_at: null }).where('id', '=', taken.jobId).execute()
  const context = { db, now, engine: createHandEngine({ simulated: false }) }
  const marked = await Promise.all(Array.from({ length: 20 }, () => markSent(context, taken, randomUUID())))
  expect(marked.filter((mine) => mine)).toHaveLength(1)
})

test('a call whose mark was recorded and not confirmed, as when the connection broke, is made, once', async () => {
  await db.updateTable('jobs').set({ sent_at: null }).where('id', '=', taken.jobId).execute()
  const engine = createHandEngine({ simulated: false })
  const context = await inAnotherProcess(engine)
  let updates = 0
  const lost = new WeakSet<object>()
  const lossy = db.withPlugin({
    transformQuery({ node, queryId }) {
      if (node.kind === 'UpdateQueryNode' && updates++ === 0) lost.add(queryId)
      return node
    },
    async transformResult({ result, queryId }) {
      if (lost.has(queryId)) throw new Error('The answer got lost')
      return result
    },
  })
  const outcome = callEngineOnce({ ...context, db: lossy }, taken)
  const call = await Promise.race([engine.call(0), outcome])
  if ('kind' in call) throw new Error(`Not sent: ${call.kind}`)
  await call.answer()
  expect(await outcome).toEqual({ kind: 'received' })
  expect(updates).toBeGreaterThan(2)
  expect(engine.calls).toHaveLength(1)
})
