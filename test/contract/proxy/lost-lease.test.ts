import { cp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, expect, test, vi } from 'vitest'
import { AppError } from '#domain/app-error.ts'
import { makeFailure } from '#domain/failure.ts'
import { openDatabase } from '#proxy/database/open-database.ts'
import type { Db } from '#proxy/database/tables.ts'
import { createBell } from '#proxy/jobs/bell.ts'
import { failJob, finishJob } from '#proxy/jobs/end-job.ts'
import { markSent } from '#proxy/jobs/job-changes.ts'
import { resolveJob } from '#proxy/jobs/resolve-job.ts'
import { createLog } from '#proxy/log.ts'
import { openMetrics } from '#proxy/metrics/open-metrics.ts'
import { callProxy, sampleSubmit } from '#support/call-proxy.ts'
import { createHandEngine } from '#support/hand-engine.ts'
import { startTestProxy, type TestProxyOverrides, temporaryFolder } from '#support/start-test-proxy.ts'

const undo: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const step of undo.splice(0).toReversed()) await step()
})

async function start(overrides: TestProxyOverrides = {}) {
  const engine = createHandEngine({ simulated: false })
  const proxy = await startTestProxy({ parts: { engine }, stopWaitMs: 0, ...overrides })
  undo.push(() => proxy.close())
  return { engine, proxy, calls: callProxy((path, init) => fetch(proxy.url + path, init), proxy.token) }
}

/** Ends the lease of the oldest durable run, as a pause of the machine does, and waits until it is executed anew. */
async function loseLease(dataDir: string): Promise<void> {
  const runs = new DatabaseSync(join(dataDir, 'workflows.sqlite'))
  const engineSteps = runs.prepare(
    `SELECT count(*) AS steps FROM step_attempts WHERE step_name = 'engine' AND workflow_run_id =
       (SELECT id FROM workflow_runs ORDER BY created_at LIMIT 1)`,
  )
  try {
    const before = engineSteps.get()?.['steps']
    runs.exec(`UPDATE workflow_runs SET available_at = '2020-01-01T00:00:00.000Z'
      WHERE id = (SELECT id FROM workflow_runs ORDER BY created_at LIMIT 1)`)
    await vi.waitUntil(() => engineSteps.get()?.['steps'] !== before, { timeout: 10_000 })
  } finally {
    runs.close()
  }
}

/** A whole other job: by its end, whatever was about to happen to an earlier one has happened. */
async function runAnother({ engine, calls }: Awaited<ReturnType<typeof start>>): Promise<void> {
  const { id } = (await calls.submit(sampleSubmit())).value
  await (await engine.call(1)).answer()
  await calls.ended(id)
}

async function openJobsOf(dataDir: string): Promise<Db> {
  const db = await openDatabase({ dataDir: dataDir, databaseUrl: null })
  undo.push(() => db.destroy())
  return db
}

const changesOn = (db: Db) => ({
  db,
  changes: createBell(),
  metrics: openMetrics(db, () => new Date()),
  log: createLog('silent'),
  now: () => new Date().toISOString(),
})

test('a pause longer than a lease does not end the call under way: it is waited for', async () => {
  const opened = await start()
  const { id } = (await opened.calls.submit(sampleSubmit())).value
  const call = await opened.engine.call(0)
  await loseLease(opened.proxy.dataDir)
  await runAnother(opened)
  expect((await opened.calls.job(id)).value.state).toBe('running')

  await call.answer()
  const events = await Array.fromAsync(opened.calls.watch(id))
  expect(events.map((event) => event.type)).toEqual(['queued', 'running', 'done'])
  expect(opened.engine.calls).toHaveLength(2)
  expect((await opened.calls.usage()).value.budget.reserved).toBe(0)
})

test('a failure after such a pause is told as it was', async () => {
  const opened = await start()
  const { id } = (await opened.calls.submit(sampleSubmit())).value
  const call = await opened.engine.call(0)
  await loseLease(opened.proxy.dataDir)
  call.fail(new AppError('upstream_quota'))
  const job = await opened.calls.ended(id)
  expect(job).toMatchObject({ failure: { code: 'upstream_quota' }, mayHaveBeenCharged: false })
})

test('a picture that arrives after its job was given up is delivered and settled', async () => {
  const { engine, calls, proxy } = await start()
  const { id } = (await calls.submit(sampleSubmit())).value
  const call = await engine.call(0)
  const db = await openJobsOf(proxy.dataDir)
  const { run_id: runId } = await db.selectFrom('jobs').select('run_id').where('id', '=', id).executeTakeFirstOrThrow()
  const lost = { failure: makeFailure('interrupted'), mayHaveBeenCharged: true }
  await failJob(changesOn(db), { jobId: id, runId }, lost)
  expect((await calls.job(id)).value).toMatchObject({ state: 'failed', mayHaveBeenCharged: true })

  await call.answer()
  await vi.waitUntil(async () => (await calls.job(id)).value.state === 'done', { timeout: 10_000 })
  const job = (await calls.job(id)).value
  expect(job).toMatchObject({ failure: null, mayHaveBeenCharged: false, results: [{ mismatches: [] }] })
  expect((await calls.usage()).value.budget).toMatchObject({ reserved: 0, settled: job.price.charged })
})

test('a refusal that arrives after its job was given up gives the price back', async () => {
  const { engine, calls, proxy } = await start()
  const { id } = (await calls.submit(sampleSubmit())).value
  const call = await engine.call(0)
  const db = await openJobsOf(proxy.dataDir)
  const { run_id: runId } = await db.selectFrom('jobs').select('run_id').where('id', '=', id).executeTakeFirstOrThrow()
  await failJob(changesOn(db), { jobId: id, runId }, { failure: makeFailure('interrupted'), mayHaveBeenCharged: true })
  call.fail(new AppError('upstream_quota'))
  await vi.waitUntil(async () => !(await calls.job(id)).value.mayHaveBeenCharged, { timeout: 10_000 })
  expect((await calls.job(id)).value).toMatchObject({ state: 'failed', failure: { code: 'upstream_quota' } })
  expect((await calls.usage()).value.budget).toMatchObject({ reserved: 0, settled: 0 })
})

test.each([
  ['charged', ({ reserved }: { reserved: number }) => reserved],
  ['free', () => 0],
] as const)(
  'a picture that arrives after its job was resolved as %s is delivered; the decision stays',
  async (verdict, settledOf) => {
    const { engine, calls, proxy } = await start()
    const { id, price } = (await calls.submit(sampleSubmit())).value
    const call = await engine.call(0)
    const db = await openJobsOf(proxy.dataDir)
    const { run_id: runId } = await db
      .selectFrom('jobs')
      .select('run_id')
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    const lost = { failure: makeFailure('interrupted'), mayHaveBeenCharged: true }
    await failJob(changesOn(db), { jobId: id, runId }, lost)
    await resolveJob(db, id, verdict, new Date().toISOString())

    await call.answer()
    await vi.waitUntil(async () => (await calls.job(id)).value.state === 'done', { timeout: 10_000 })
    const settled = settledOf(price)
    expect((await calls.job(id)).value).toMatchObject({
      failure: null,
      results: [{ mismatches: [] }],
      price: { charged: settled },
    })
    expect((await calls.usage()).value.budget).toMatchObject({ reserved: 0, settled })
  },
)

test('a run that lost its job to another one leaves it alone', async () => {
  const { engine, calls, proxy } = await start()
  const { id } = (await calls.submit(sampleSubmit())).value
  await engine.call(0)
  const db = await openJobsOf(proxy.dataDir)
  const other = { jobId: id, runId: 'a-run-of-an-earlier-process' }
  const unsent = db.updateTable('jobs').set({ sent_at: null, received: null }).where('id', '=', id)
  const before = (await calls.job(id)).value
  expect(
    await failJob(changesOn(db), other, { failure: makeFailure('interrupted'), mayHaveBeenCharged: true }),
  ).toBeNull()
  expect(await finishJob(changesOn(db), other)).toBeNull()
  await unsent.execute()
  expect(await markSent({ ...changesOn(db), engine }, other, 'another call')).toBe(false)
  expect((await calls.job(id)).value).toEqual(before)
})

test('the durable run of a killed process does not end the paid call of the next one', async () => {
  const before = await start()
  const { id } = (await before.calls.submit(sampleSubmit())).value
  await before.engine.call(0)
  const dataDir = await temporaryFolder()
  undo.push(() => rm(dataDir, { recursive: true, force: true }))
  await cp(before.proxy.dataDir, dataDir, { recursive: true })
  // The kill came just before the request was sent.
  const db = await openDatabase({ dataDir: dataDir, databaseUrl: null })
  await db.updateTable('jobs').set({ sent_at: null }).where('id', '=', id).execute()
  await db.destroy()

  const after = await start({ dataDir })
  const call = await after.engine.call(0)
  await loseLease(dataDir)
  await runAnother(after)
  await call.answer()
  expect(await after.calls.ended(id)).toMatchObject({ state: 'done' })
  expect(after.engine.calls).toHaveLength(2)
})
