import { cp, mkdir, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test, vi } from 'vitest'
import { makeFailure } from '#domain/failure.ts'
import type { Config } from '#proxy/config.ts'
import { openDatabase } from '#proxy/database/open-database.ts'
import { openArrivingPictures } from '#proxy/image-store/arriving-pictures.ts'
import { resolveJob, type Verdict } from '#proxy/jobs/resolve-job.ts'
import { sampleSubmit } from '#support/call-proxy.ts'
import { createPostgres } from '#support/databases.ts'
import { proxiesInTurn, type Started } from '#support/proxies-in-turn.ts'
import { sampleBrief } from '#support/sample-brief.ts'
import { samplePng } from '#support/sample-images.ts'
import { startBucket } from '#support/start-bucket.ts'
import { temporaryFolder } from '#support/start-test-proxy.ts'

const { start, undo, whatAKillLeaves } = proxiesInTurn()

async function* pieces(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += 20_000) yield bytes.subarray(at, at + 20_000)
}

/** A job for two pictures whose call has been made. */
async function askForTwo({ engine, calls }: Started) {
  const { id, price, plan } = (await calls.submit(sampleSubmit(sampleBrief({ render: { count: 2 } })))).value
  return { id, price, call: await engine.call(0), png: await samplePng(plan.size.width, plan.size.height) }
}

const arrivingIn = async (dataDir: string): Promise<string[]> =>
  (await readdir(join(dataDir, 'arriving'), { recursive: true })).filter((name) => name.split('.').length === 3)

async function changeJobs(
  config: Pick<Config, 'dataDir' | 'databaseUrl'>,
  change: (db: Awaited<ReturnType<typeof openDatabase>>) => Promise<unknown>,
): Promise<void> {
  const db = await openDatabase(config)
  await change(db)
  await db.destroy()
}

const interrupted = {
  state: 'failed',
  failure: JSON.stringify(makeFailure('interrupted')),
  may_have_been_charged: 1,
} as const

describe('a picture that had arrived whole when the proxy died', () => {
  test('is delivered at the estimate; half a picture and a partial one are not', async () => {
    const before = await start()
    const { id, price, call, png } = await askForTwo(before)
    await call.partial(png.toReversed())
    await call.partial(await samplePng(64, 64))
    const image = await call.keep(pieces(png))
    let broken: string | null = null
    const half = call.keep(
      (async function* () {
        yield png.subarray(0, png.length / 2)
        broken = await whatAKillLeaves(before.proxy.dataDir)
      })(),
    )
    await expect(half).rejects.toMatchObject({ code: 'image_damaged' })
    expect(broken && (await arrivingIn(broken))).toHaveLength(2)
    const after = await start({ dataDir: broken ?? '' })
    const job = (await after.calls.job(id)).value
    expect(job).toMatchObject({ state: 'done', failure: null, price: { charged: price.reserved } })
    expect(job.results).toMatchObject([{ image: { id: image.id }, mismatches: ['1 of 2 pictures arrived.'] }])
    expect((await after.calls.usage()).value.budget).toMatchObject({ reserved: 0, settled: price.reserved })
    expect(Buffer.from(await (await after.calls.raw(`/v1/images/${image.id}`)).bytes()).equals(png)).toBe(true)
    expect(after.engine.calls).toHaveLength(0)
    expect(await arrivingIn(broken ?? '')).toEqual([])
  })

  test('is not delivered when it is a partial one', async () => {
    const before = await start()
    const { id, call, png } = await askForTwo(before)
    await call.partial(png)
    const after = await start({ dataDir: await whatAKillLeaves(before.proxy.dataDir) })
    expect((await after.calls.job(id)).value).toMatchObject({ state: 'failed', failure: { code: 'interrupted' } })
  })

  test('is delivered when the job was ended as interrupted or resolved meanwhile; the decision stays', async () => {
    const before = await start()
    const { id, price, call, png } = await askForTwo(before)
    await call.keep(pieces(png))
    const ends: readonly [Verdict | null, number][] = [
      [null, price.reserved],
      ['charged', price.reserved],
      ['free', 0],
    ]
    for (const [verdict, settled] of ends) {
      const dataDir = await whatAKillLeaves(before.proxy.dataDir)
      await changeJobs({ dataDir, databaseUrl: null }, async (db) => {
        await db.updateTable('jobs').set(interrupted).where('id', '=', id).execute()
        if (verdict) await resolveJob(db, id, verdict, new Date().toISOString())
      })
      const { calls } = await start({ dataDir })
      expect((await calls.job(id)).value).toMatchObject({ state: 'done', price: { charged: settled } })
      expect((await calls.usage()).value.budget).toMatchObject({ reserved: 0, settled })
    }
  })

  test('of a job nobody knows, of another turn, or delivered already, goes', async () => {
    const before = await start()
    const { id, call, png } = await askForTwo(before)
    await call.keep(pieces(png))
    const dataDir = await whatAKillLeaves(before.proxy.dataDir)
    const [name = ''] = await arrivingIn(dataDir)
    const others = [name.replace(id, 'no-such-job-anywhere'), name.replace('.1.', '.7.')]
    for (const other of others) await cp(join(dataDir, 'arriving', name), join(dataDir, 'arriving', other))
    expect(await arrivingIn(dataDir)).toHaveLength(3)
    const { calls } = await start({ dataDir })
    expect((await calls.job(id)).value.results).toHaveLength(1)
    expect(await arrivingIn(dataDir)).toEqual([])
    await call.answer()
    await before.calls.ended(id)
    await vi.waitUntil(async () => (await arrivingIn(before.proxy.dataDir)).length === 0, { timeout: 5_000 })
  })

  test('with a bucket that is away, is delivered from this machine', async () => {
    const s3 = await startBucket()
    undo.push(() => s3.close())
    const before = await start({ imageStore: s3.address })
    const { id, call, png } = await askForTwo(before)
    s3.misbehave('error')
    const { id: imageId } = await call.keep(pieces(png))
    expect(await arrivingIn(before.proxy.dataDir)).toHaveLength(1)
    const dataDir = await whatAKillLeaves(before.proxy.dataDir)
    const { calls } = await start({ imageStore: s3.address, dataDir })
    expect((await calls.job(id)).value).toMatchObject({ state: 'done', results: [{ image: { id: imageId } }] })
    expect(Buffer.from(await (await calls.raw(`/v1/images/${imageId}`)).bytes()).equals(png)).toBe(true)
  })

  test('on PostgreSQL it is delivered by the next process of its data folder, though another one gave the job up', async () => {
    const database = await createPostgres()
    undo.push(() => database.drop())
    const before = await start(database.config)
    const { id, call, png } = await askForTwo(before)
    await call.keep(pieces(png))
    const dataDir = await whatAKillLeaves(database.config.dataDir)
    await changeJobs(database.config, (db) => db.updateTable('jobs').set(interrupted).where('id', '=', id).execute())
    const { calls } = await start({ ...database.config, dataDir }, before.proxy.token)
    expect((await calls.job(id)).value).toMatchObject({ state: 'done', results: [{}] })
  })
})

test('processes that share a data folder leave each other’s arriving pictures alone', async () => {
  const dataDir = await temporaryFolder()
  undo.push(() => rm(dataDir, { recursive: true, force: true }))
  const first = await openArrivingPictures(dataDir)
  const second = await openArrivingPictures(dataDir)
  const call = { jobId: 'job-of-the-first-process', attempt: 1 }
  await mkdir(first.pathOf(call, 0))
  const left = async (): Promise<unknown[]> => {
    const seen: unknown[] = []
    await second.eachLeft(async (...found) => void seen.push(found))
    return seen
  }
  expect(await left()).toEqual([])
  await first.close()
  expect(await left()).toEqual([[call, [first.pathOf(call, 0)]]])
  await second.close()
})
