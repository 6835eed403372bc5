import { rm } from 'node:fs/promises'
import { pino } from 'pino'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openDatabase } from '#proxy/database/open-database.ts'
import { readS3Address } from '#proxy/image-store/s3-address.ts'
import { openS3Blobs } from '#proxy/image-store/s3-blobs.ts'
import { runMaintenance } from '#proxy/maintenance/run-maintenance.ts'
import { callProxy, sampleSubmit } from '#support/call-proxy.ts'
import type { FakeS3 } from '#support/fake-s3/start-fake-s3.ts'
import { samplePng } from '#support/sample-images.ts'
import { startBucket } from '#support/start-bucket.ts'
import { startTestProxy, type TestProxy, temporaryFolder } from '#support/start-test-proxy.ts'

const LONG_AGO = '2020-01-01T00:00:00.000Z'
const log = pino({ level: 'silent' })

let s3: FakeS3
let proxy: TestProxy
let folder: string
beforeEach(async () => {
  s3 = await startBucket()
  proxy = await startTestProxy()
  folder = await temporaryFolder()
})
afterEach(async () => {
  await proxy.close()
  await s3.close()
  await rm(folder, { recursive: true })
})

test('a bucket that says nothing while a picture is cleared away keeps nobody from writing', async () => {
  const calls = callProxy((path, init) => fetch(proxy.url + path, init), proxy.token)
  const { id } = (await calls.upload(await samplePng(24, 24))).value
  const db = await openDatabase({ dataDir: proxy.dataDir, databaseUrl: null })
  await db.updateTable('image_owners').set({ used_at: LONG_AGO }).where('image_id', '=', id).execute()
  const blobs = await openS3Blobs(readS3Address(s3.address), { folder, log })
  s3.misbehave('silent')
  const retention = { resultsDays: 30, uploadsDays: 7, diskLimitGb: null }
  let ended = false
  const maintenance = runMaintenance({ db, blobs, log, retention, clock: () => new Date() }).then((cleared) => {
    ended = true
    return cleared
  })
  await expect.poll(() => s3.requests).toContain(`HEAD pictures/${id}`)
  const job = await calls.ended((await calls.submit(sampleSubmit())).value.id)
  expect([job.state, ended]).toEqual(['done', false])
  await blobs.close()
  expect(await maintenance).toMatchObject({ pictures: 0 })
  await db.destroy()
})
