import { join } from 'node:path'
import { pino } from 'pino'
import { afterEach, expect, test } from 'vitest'
import type { Job } from '#domain/job.ts'
import { openDatabase } from '#proxy/database/open-database.ts'
import { openFileBlobs } from '#proxy/image-store/file-blobs.ts'
import { runMaintenance } from '#proxy/maintenance/run-maintenance.ts'
import { callProxy, type ProxyCalls, sampleSubmit } from '#support/call-proxy.ts'
import { createHandEngine } from '#support/hand-engine.ts'
import { keptEdit, maskPng } from '#support/kept-edit.ts'
import { noise } from '#support/sample-images.ts'
import { startBucket } from '#support/start-bucket.ts'
import { startTestProxy, type TestProxyOverrides, temporaryFolder } from '#support/start-test-proxy.ts'

const DAY_MS = 24 * 60 * 60 * 1000
const log = pino({ level: 'silent' })

const undo: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const step of undo.splice(0).toReversed()) await step()
})

async function start(overrides: TestProxyOverrides = {}) {
  const proxy = await startTestProxy({ stopWaitMs: 0, ...overrides })
  const close = proxy.close
  let closed: Promise<void> | null = null
  proxy.close = () => {
    closed ??= close()
    return closed
  }
  undo.push(() => proxy.close())
  return { proxy, calls: callProxy((path, init) => fetch(proxy.url + path, init), proxy.token) }
}

/** Submits an edit of a picture of its own. `width` makes it one. */
async function submitEdit(calls: ProxyCalls, width: number) {
  const size = { width, height: 640 }
  const original = (await calls.uploadOriginal(await noise(size.width, size.height).png().toBuffer())).value
  const box = { x: 200, y: 200, width: width - 400, height: 100 }
  const mask = (await calls.uploadMask(await maskPng(size, box), size)).value
  const job = (await calls.submit(sampleSubmit(keptEdit(original, mask)))).value
  return { id: job.id, original: original.id, mask: mask.image.id }
}

const picturesOf = ({ results }: Job): string[] =>
  results.flatMap(({ image, composite }) => [image.id, composite?.raw.id ?? 'none'])

test('a placed edit keeps its result, its raw picture, its original and its mask; one never placed leaves nothing', async () => {
  const { proxy, calls } = await start()
  const [placed, left] = [await submitEdit(calls, 1024), await submitEdit(calls, 1040)]
  const ofPlaced = picturesOf(await calls.ended(placed.id))
  const ofLeft = picturesOf(await calls.ended(left.id))
  await calls.mark(placed.id, { placed: ofPlaced[0] ?? '' })
  const later = new Date(Date.now() + 60 * DAY_MS)
  const db = await openDatabase({ dataDir: proxy.dataDir, databaseUrl: null })
  undo.push(() => db.destroy())
  const blobs = await openFileBlobs(join(proxy.dataDir, 'images'))
  const retention = { resultsDays: 30, uploadsDays: 7, diskLimitGb: null }
  await runMaintenance({ db, blobs, log, retention, clock: () => later, unlessWrittenSince: later })
  const answers = async (ids: string[]) =>
    Promise.all(ids.map(async (id) => (await calls.raw(`/v1/images/${id}`)).status))
  expect(await answers([...ofPlaced, placed.original, placed.mask])).toEqual([200, 200, 200, 200])
  expect((await calls.raw(`/v1/jobs/${placed.id}/results/0/raw`)).status).toBe(200)
  expect(await answers([...ofLeft, left.original, left.mask])).toEqual([404, 404, 404, 404])
  expect((await calls.raw(`/v1/jobs/${left.id}/results/0/raw`)).status).toBe(404)
  expect(await db.selectFrom('masks').select('image_id').execute()).toEqual([{ image_id: placed.mask }])
})

test('an edit whose proxy stops while the window is cut goes back in line: nothing was sent', async () => {
  const s3 = await startBucket()
  undo.push(() => s3.close())
  const dataDir = await temporaryFolder()
  const engine = createHandEngine()
  const { proxy, calls } = await start({ imageStore: s3.address, dataDir, parts: { engine } })
  const size = { width: 1024, height: 640 }
  const original = (await calls.uploadOriginal(await noise(size.width, size.height).png().toBuffer())).value
  const box = { x: 200, y: 200, width: 300, height: 100 }
  const mask = (await calls.uploadMask(await maskPng(size, box), size)).value
  s3.misbehave('silent')
  const { id } = (await calls.submit(sampleSubmit(keptEdit(original, mask)))).value
  await expect.poll(() => s3.requests).toContain(`GET pictures/${original.id}`)
  await proxy.close()
  const db = await openDatabase({ dataDir, databaseUrl: null })
  undo.push(() => db.destroy())
  const row = await db
    .selectFrom('jobs')
    .select(['state', 'sent_at', 'failure'])
    .where('id', '=', id)
    .executeTakeFirst()
  expect(row).toEqual({ state: 'queued', sent_at: null, failure: null })
})
