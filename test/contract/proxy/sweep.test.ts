import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import type { Insertable } from 'kysely'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { makeFailure } from '#domain/failure.ts'
import type { Db, JobsTable } from '#proxy/database/tables.ts'
import { openFileBlobs } from '#proxy/image-store/file-blobs.ts'
import { createImageStore } from '#proxy/image-store/image-store.ts'
import { createBell } from '#proxy/jobs/bell.ts'
import type { JobContext } from '#proxy/jobs/job-context.ts'
import { putBackToWait } from '#proxy/jobs/line/put-back.ts'
import type { Turn } from '#proxy/jobs/line/turn.ts'
import type { Outcome } from '#proxy/jobs/runs/outcome.ts'
import { sweepTurns } from '#proxy/jobs/runs/sweep.ts'
import { createLog } from '#proxy/log.ts'
import { openMetrics } from '#proxy/metrics/open-metrics.ts'
import { databases, type TestDatabase } from '#support/databases.ts'
import { createHandEngine } from '#support/hand-engine.ts'
import { insertMember, queueJob } from '#support/queue-job.ts'
import { startTestProxy } from '#support/start-test-proxy.ts'

const image = { id: 'a'.repeat(64), width: 1024, height: 640, format: 'png', bytes: 1 }
const RECEIVED = JSON.stringify({ results: [{ image, mismatches: [] }], usage: null, requestId: null })

const ago = (minutes: number): string => new Date(Date.now() - minutes * 60_000).toISOString()

describe.each(databases)('turns that stand still on $name', ({ name, create }) => {
  let database: TestDatabase
  let db: Db
  beforeEach(async () => {
    database = await create()
    db = await database.open()
    await insertMember(db, 'ann')
  })
  afterEach(async () => {
    await db.destroy()
    await database.drop()
  })

  async function turn(minutes: number, more: Partial<Insertable<JobsTable>>): Promise<string> {
    const id = randomUUID()
    const times = { created_at: ago(minutes), started_at: ago(minutes), turn_at: ago(minutes) }
    await queueJob(db, { id, member_id: 'ann', ...times, state: 'running', attempt: 2, ...more })
    const movement = { id, member_id: 'ann', job_id: id, kind: 'reserve' as const, reserved: 1, settled: 0 }
    await db
      .insertInto('ledger')
      .values({ ...movement, month: '2026-11', created_at: ago(minutes) })
      .execute()
    return id
  }

  test('are moved on when their process is gone, and only then', async () => {
    const metrics = openMetrics(db, () => new Date())
    const images = createImageStore({
      db,
      blobs: await openFileBlobs(join(database.config.dataDir, 'images')),
      spool: join(database.config.dataDir, 'uploads'),
      now: () => ago(0),
    })
    const giveUp = new AbortController().signal
    const finishing = new Map<string, Promise<void>>()
    const context = {
      db,
      images,
      giveUp,
      finishing,
      metrics,
      log: createLog('silent'),
      now: () => ago(0),
      changes: createBell(),
    }
    const underWay: JobContext['underWay'] = new Map<string, Promise<Outcome>>([
      ['mine', new Promise<never>(() => {})],
      ['refused', Promise.resolve({ kind: 'passing' as const, failure: makeFailure('upstream_rate_limited') })],
      ['answered', Promise.resolve({ kind: 'received' as const })],
    ])
    const unbegun = await turn(0.5, {})
    const lost = await turn(2, {})
    const fresh = await turn(0, {})
    const unsent = await turn(20, { run_id: 'a' })
    const called = await turn(20, { run_id: 'b', sent_at: ago(20), engine_simulated: 0 })
    const unanswered = await turn(130, { run_id: 'c', sent_at: ago(130), engine_simulated: 0 })
    const mine = await turn(130, { run_id: 'mine', sent_at: ago(130) })
    const refused = await turn(20, { run_id: 'refused', sent_at: ago(20) })
    const answered = await turn(20, { run_id: 'answered', sent_at: ago(20), received: RECEIVED })
    const broken = await turn(25, { run_id: 'd', sent_at: ago(25), received: 'not what it should be' })
    const started: Turn[] = []
    await sweepTurns({ ...context, underWay }, async (one) => void started.push(one))
    expect(started).toEqual([{ jobId: unbegun, attempt: 2 }])
    const rows = await db.selectFrom('jobs').select(['id', 'state']).execute()
    expect(Object.fromEntries(rows.map(({ id, state }) => [id, state]))).toEqual({
      [unbegun]: 'running',
      [lost]: 'queued',
      [fresh]: 'running',
      [unsent]: 'queued',
      [called]: 'running',
      [unanswered]: 'failed',
      [mine]: 'running',
      [refused]: 'queued',
      [answered]: 'done',
      [broken]: 'running',
    })
  })

  test('an hour of refusals ends a job; a night nobody asked in does not count', async () => {
    const metrics = openMetrics(db, () => new Date())
    const context = { db, metrics, log: createLog('silent'), now: () => ago(0), changes: createBell() }
    const waiting = JSON.stringify(makeFailure('upstream_rate_limited', { tries: 7, since: ago(61) }))
    const asked = await turn(1, { run_id: 'a', sent_at: ago(1), waiting, not_before: ago(4) })
    const left = await turn(1, { run_id: 'b', sent_at: ago(1), waiting, not_before: ago(10) })
    const failure = makeFailure('upstream_rate_limited')
    const ended = await putBackToWait(context, { jobId: asked, runId: 'a' }, failure)
    expect(ended).toMatchObject({ state: 'failed', mayHaveBeenCharged: false })
    const back = await putBackToWait(context, { jobId: left, runId: 'b' }, failure)
    expect(back).toMatchObject({ state: 'queued', waiting: { failure: { details: { tries: 1 } } } })
  })

  test('are left alone by a proxy that stops when another has just given them', async () => {
    const proxy = await startTestProxy({ ...database.config, parts: { engine: createHandEngine() }, stopWaitMs: 0 })
    const others = await turn(0, {})
    await proxy.close()
    const rows = await db.selectFrom('jobs').select('state').where('id', '=', others).execute()
    expect(rows).toEqual([{ state: 'running' }])
  })

  // Each look takes seconds to come, and is the same on both.
  if (name === 'PostgreSQL') {
    test('are found while a proxy runs', async () => {
      const engine = createHandEngine()
      const proxy = await startTestProxy({ ...database.config, parts: { engine }, stopWaitMs: 0 })
      const id = await turn(0.2, {})
      const call = await engine.call(0)
      await call.answer({ usage: null })
      const state = () => db.selectFrom('jobs').select('state').where('id', '=', id).executeTakeFirst()
      await vi.waitUntil(async () => (await state())?.state === 'done', { timeout: 10_000 })
      await proxy.close()
    })
  }

  test('are started by the next process when their own died before it could', async () => {
    const id = await turn(1, {})
    const engine = createHandEngine()
    const proxy = await startTestProxy({ ...database.config, parts: { engine }, stopWaitMs: 0 })
    await (await engine.call(0)).answer({ usage: null })
    const job = () => db.selectFrom('jobs').select(['state', 'charged']).where('id', '=', id).executeTakeFirstOrThrow()
    await vi.waitUntil(async () => (await job()).state === 'done', { timeout: 10_000 })
    expect(engine.calls).toHaveLength(1)
    await proxy.close()
  })
})
