import { cp, mkdir, rename, rm, rmdir } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { AppError } from '#domain/app-error.ts'
import { makeFailure } from '#domain/failure.ts'
import type { ImageInfo } from '#domain/image.ts'
import { openDatabase } from '#proxy/database/open-database.ts'
import type { Db } from '#proxy/database/tables.ts'
import { openFileBlobs } from '#proxy/image-store/file-blobs.ts'
import { createImageStore } from '#proxy/image-store/image-store.ts'
import { createBell } from '#proxy/jobs/bell.ts'
import { type DeliverContext, deliverJob } from '#proxy/jobs/delivery/deliver-job.ts'
import { createLog } from '#proxy/log.ts'
import { openMetrics } from '#proxy/metrics/open-metrics.ts'
import { callProxy, sampleSubmit } from '#support/call-proxy.ts'
import { createHandEngine } from '#support/hand-engine.ts'
import { keptEdit, maskPng } from '#support/kept-edit.ts'
import { hugePngHeader, samplePng } from '#support/sample-images.ts'
import { startTestProxy, temporaryFolder } from '#support/start-test-proxy.ts'

const SIZE = { width: 900, height: 600 }
const BOX = { x: 300, y: 200, width: 240, height: 160 }

const undo: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const step of undo.splice(0).toReversed()) await step()
})

async function start(dataDir?: string) {
  const engine = createHandEngine({ simulated: false })
  const proxy = await startTestProxy({ parts: { engine }, stopWaitMs: 0, ...(dataDir ? { dataDir } : {}) })
  undo.push(() => proxy.close())
  return { engine, proxy, calls: callProxy((path, init) => fetch(proxy.url + path, init), proxy.token) }
}

async function whatAKillLeaves(dataDir: string): Promise<string> {
  const left = await temporaryFolder()
  undo.push(() => rm(left, { recursive: true, force: true }))
  await cp(dataDir, left, { recursive: true })
  return left
}

async function inJobs<Value>(dataDir: string, work: (db: Db) => Promise<Value>): Promise<Value> {
  const db = await openDatabase({ dataDir, databaseUrl: null })
  try {
    return await work(db)
  } finally {
    await db.destroy()
  }
}

/** As it is when a process died between recording the answer and putting it together. */
const takeBackDelivery = (dataDir: string) =>
  inJobs(dataDir, async (db) => {
    const asReceived = { state: 'running', results: '[]', finished: null, charged: null, ended_at: null } as const
    await db.updateTable('jobs').set(asReceived).where('id', '=', id).execute()
    await db.deleteFrom('job_events').where('type', '=', 'done').execute()
    await db.deleteFrom('ledger').where('kind', '=', 'settle').execute()
    await db.deleteFrom('job_images').where('kind', '=', 'result').execute()
  })

async function deliverContext(dataDir: string, db: Db): Promise<DeliverContext> {
  const now = () => new Date().toISOString()
  const blobs = await openFileBlobs(join(dataDir, 'images'))
  return {
    db,
    images: createImageStore({ db, blobs, spool: join(dataDir, 'uploads'), now }),
    log: createLog('silent'),
    metrics: openMetrics(db, () => new Date()),
    now,
    changes: createBell(),
    giveUp: new AbortController().signal,
    finishing: new Map(),
  }
}

const triesOf = (dataDir: string): Promise<number> =>
  inJobs(dataDir, async (db) => {
    const row = await db.selectFrom('jobs').select('finish_tries').where('id', '=', id).executeTakeFirstOrThrow()
    return Number(row.finish_tries)
  })

let before: Awaited<ReturnType<typeof start>>
let original: ImageInfo
let id: string

/** An edit whose call has been made. */
beforeEach(async () => {
  before = await start()
  original = (await before.calls.uploadOriginal(await samplePng(SIZE.width, SIZE.height))).value
  const mask = (await before.calls.uploadMask(await maskPng(SIZE, BOX), SIZE)).value
  id = (await before.calls.submit(sampleSubmit(keptEdit(original, mask)))).value.id
})

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}

const kept = { composite: { measures: { changedOutside: 0 } } }

describe('an edit whose picture came', () => {
  test('and was recorded, is put together by the next process and gives the same picture', async () => {
    await (await before.engine.call(0)).answer()
    const delivered = await before.calls.ended(id)
    const dataDir = await whatAKillLeaves(before.proxy.dataDir)
    await takeBackDelivery(dataDir)
    const after = await start(dataDir)
    const job = await after.calls.ended(id)
    expect(job).toMatchObject({ state: 'done', results: [kept], price: { charged: delivered.price.charged } })
    expect(job.results).toEqual(delivered.results)
    expect(after.engine.calls).toHaveLength(0)
  })

  test('and was whole on disk, not recorded, is put together too', async () => {
    const call = await before.engine.call(0)
    const { size } = (await before.calls.job(id)).value.plan
    const raw = await call.keep(once(await samplePng(size.width, size.height)))
    const after = await start(await whatAKillLeaves(before.proxy.dataDir))
    const job = await after.calls.ended(id)
    expect(job).toMatchObject({ state: 'done', results: [{ ...kept, image: SIZE }] })
    expect(job.results[0]?.composite?.raw.id).toBe(raw.id)
  })

  test('is put together once where two want to deliver it', async () => {
    await (await before.engine.call(0)).answer()
    await before.calls.ended(id)
    const dataDir = await whatAKillLeaves(before.proxy.dataDir)
    await takeBackDelivery(dataDir)
    const tries = await triesOf(dataDir)
    await inJobs(dataDir, async (db) => {
      const row = await db.selectFrom('jobs').select('run_id').where('id', '=', id).executeTakeFirstOrThrow()
      const taken = { jobId: id, runId: row.run_id }
      const context = await deliverContext(dataDir, db)
      const delivered = await Promise.all([deliverJob(context, taken), deliverJob(context, taken)])
      expect(delivered.filter((job) => job?.state === 'done')).toHaveLength(1)
    })
    expect(await triesOf(dataDir)).toBe(tries + 1)
  })

  test('after the job was given up, is put together too', async () => {
    const call = await before.engine.call(0)
    const failure = JSON.stringify(makeFailure('interrupted'))
    const givenUp = { state: 'failed', failure, may_have_been_charged: 1 } as const
    await inJobs(before.proxy.dataDir, (db) => db.updateTable('jobs').set(givenUp).where('id', '=', id).execute())
    await call.answer()
    await vi.waitUntil(async () => (await before.calls.job(id)).value.state === 'done', { timeout: 10_000 })
    expect((await before.calls.job(id)).value).toMatchObject({ mayHaveBeenCharged: false, results: [kept] })
  })
})

test('an edit whose original cannot be read for a moment is put together once it can', async () => {
  const file = join(before.proxy.dataDir, 'images', original.id.slice(0, 2), original.id)
  const call = await before.engine.call(0)
  await rename(file, `${file}.away`)
  await mkdir(file)
  await call.answer()
  await vi.waitUntil(() => triesOf(before.proxy.dataDir), { timeout: 10_000 })
  await rmdir(file)
  await rename(`${file}.away`, file)
  expect((await before.calls.ended(id)).results).toMatchObject([kept])
})

test('an edit is put together however often its store was away, which counts as no try', async () => {
  await (await before.engine.call(0)).answer()
  await before.calls.ended(id)
  const dataDir = await whatAKillLeaves(before.proxy.dataDir)
  await takeBackDelivery(dataDir)
  await inJobs(dataDir, async (db) => {
    await db.updateTable('jobs').set({ finish_tries: 4 }).where('id', '=', id).execute()
    const row = await db.selectFrom('jobs').select('run_id').where('id', '=', id).executeTakeFirstOrThrow()
    const context = await deliverContext(dataDir, db)
    let away = 2
    const images: typeof context.images = {
      ...context.images,
      read: (...which) => (away-- > 0 ? Promise.reject(new AppError('storage_failed')) : context.images.read(...which)),
    }
    const job = await deliverJob({ ...context, images }, { jobId: id, runId: row.run_id })
    expect(job?.results).toMatchObject([kept])
  })
  expect(await triesOf(dataDir)).toBe(5)
})

describe('an edit that cannot be put together', () => {
  test('delivers the picture as it came, says so, and is charged as ever', async () => {
    const call = await before.engine.call(0)
    await rm(join(before.proxy.dataDir, 'images', original.id.slice(0, 2), original.id))
    await call.answer()
    const job = await before.calls.ended(id)
    const [result] = job.results
    expect(result).toMatchObject({ image: job.plan.size, composite: null })
    expect(result?.mismatches).toEqual([expect.stringContaining('nothing in it is protected')])
    expect(job.price.charged).toBeGreaterThan(0)
    expect((await before.calls.usage()).value.budget).toMatchObject({ reserved: 0, settled: job.price.charged })
    expect((await before.calls.refused(`/v1/jobs/${id}/results/0/raw`)).value.code).toBe('image_missing')
  })

  test('because that ends the process each time, is delivered as it came in the end', async () => {
    await (await before.engine.call(0)).answer()
    await before.calls.ended(id)
    const dataDir = await whatAKillLeaves(before.proxy.dataDir)
    await takeBackDelivery(dataDir)
    await inJobs(dataDir, (db) => db.updateTable('jobs').set({ finish_tries: 5 }).where('id', '=', id).execute())
    const [result] = (await (await start(dataDir)).calls.ended(id)).results
    expect(result).toMatchObject({ composite: null, mismatches: [expect.stringContaining('as it came')] })
  })

  test('leaves the other pictures of its job to be put together', async () => {
    await before.engine.call(0)
    const brief = (await before.calls.job(id)).value.brief
    const { id: two, plan } = (
      await before.calls.submit(sampleSubmit({ ...brief, render: { ...brief.render, count: 2 } }))
    ).value
    const { width, height } = plan.size
    const broken = hugePngHeader(width, height)
    await (await before.engine.call(1)).answer({ images: [broken, await samplePng(width, height)] })
    const { results } = await before.calls.ended(two)
    expect(results).toMatchObject([{ composite: null, mismatches: [expect.stringContaining('as it came')] }, kept])
    expect((await before.calls.image(results[0]?.image.id ?? '')).equals(broken)).toBe(true)
  })
})
