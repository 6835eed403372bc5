import { utimes } from 'node:fs/promises'
import { join } from 'node:path'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openFileBlobs } from '#proxy/image-store/file-blobs.ts'
import { runMaintenance } from '#proxy/maintenance/run-maintenance.ts'
import { callProxy } from '#support/call-proxy.ts'
import { databases, type TestDatabase } from '#support/databases.ts'
import { createHandEngine } from '#support/hand-engine.ts'
import { samplePng } from '#support/sample-images.ts'
import { startTestProxy, type TestProxy } from '#support/start-test-proxy.ts'

const ROUNDS = 12
const LONG_AGO = new Date('2020-01-01T00:00:00Z')
const retention = { resultsDays: 30, uploadsDays: 7, diskLimitGb: null }

describe.each(databases)('a picture added while the same one is cleared away, on $name', ({ create }) => {
  let database: TestDatabase
  let proxy: TestProxy
  beforeAll(async () => {
    database = await create()
    proxy = await startTestProxy({ ...database.config, parts: { engine: createHandEngine() } })
  })
  afterAll(async () => {
    await proxy.close()
    await database.drop()
  })

  test('stays, whoever is first', async () => {
    const calls = callProxy((path, init) => fetch(proxy.url + path, init), proxy.token)
    const db = await database.open()
    const images = join(database.config.dataDir, 'images')
    const blobs = await openFileBlobs(images)
    const context = { db, blobs, retention, log: pino({ level: 'silent' }), clock: () => new Date() }
    const picture = await samplePng(24, 24)
    let cleared = 0
    for (let round = 0; round < ROUNDS; round++) {
      const { id } = (await calls.upload(picture)).value
      await utimes(join(images, id.slice(0, 2), id), LONG_AGO, LONG_AGO)
      const used_at = LONG_AGO.toISOString()
      await db.updateTable('image_owners').set({ used_at, created_at: used_at }).where('image_id', '=', id).execute()
      const [, again] = await Promise.all([
        runMaintenance(context).then((done) => {
          cleared += done?.pictures ?? 0
        }),
        calls.upload(picture),
      ])
      const kept = await calls.raw(`/v1/images/${again.value.id}`)
      expect(kept.status).toBe(200)
      expect((await kept.arrayBuffer()).byteLength).toBe(again.value.bytes)
    }
    console.log(`same bytes: ${cleared} of ${ROUNDS} pictures were cleared while they were added again; none was lost`)
    await db.destroy()
  })
})
