import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import fc from 'fast-check'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hasEnded } from '#domain/job.ts'
import type { Db } from '#proxy/database/tables.ts'
import type { BlobStore } from '#proxy/image-store/blob-store.ts'
import { openFileBlobs } from '#proxy/image-store/file-blobs.ts'
import { runMaintenance } from '#proxy/maintenance/run-maintenance.ts'
import { databases, type TestDatabase } from '#support/databases.ts'
import { insertMember, queueJob } from '#support/queue-job.ts'
import { anyWorld, buildWorld, type World, type WorldJob } from '#support/retention-world.ts'

const NOW = new Date('2026-11-21T12:00:00Z')
const retention = { resultsDays: 30, uploadsDays: 7, diskLimitGb: null }

describe.each(databases)('retention on $name', ({ create }) => {
  let database: TestDatabase
  let db: Db
  let blobs: BlobStore
  beforeAll(async () => {
    database = await create()
    db = await database.open()
    blobs = await openFileBlobs(join(database.config.dataDir, 'images'))
  })
  afterAll(async () => {
    await db.destroy()
    await database.drop()
  })
  const maintain = (unlessWrittenSince?: Date) => {
    const context = { db, blobs, retention, log: pino({ level: 'silent' }), clock: () => NOW }
    return runMaintenance(unlessWrittenSince ? { ...context, unlessWrittenSince } : context)
  }
  const afterAllWrites = (): Date => new Date(Date.now() + 60_000)
  const isKept = (id: string): Promise<boolean> =>
    blobs.read(id).then(
      async (bytes) => (await buffer(bytes)).length === 36,
      () => false,
    )

  test('what a job needs or is young stays; the rest goes, bytes and all', async () => {
    let removed = 0
    const check = fc.asyncProperty(anyWorld, async (world) => {
      const built = await buildWorld(db, blobs, world, NOW)
      await maintain(afterAllWrites())
      const rows = await db.selectFrom('image_owners').select(['image_id', 'member_id']).execute()
      const left = new Set(rows.map((row) => `${row.image_id} ${row.member_id}`))
      const holds = world.holds.map((hold) => ({
        ...hold,
        stays: isNeeded(world, hold) || isYoung(world, hold),
        isLeft: left.has(`${built.pictureIds[hold.picture]} ${built.memberIds[hold.member]}`),
      }))
      expect(holds.map((hold) => hold.isLeft)).toEqual(holds.map((hold) => hold.stays))
      for (const { picture } of holds) {
        const someoneHasIt = holds.some((hold) => hold.picture === picture && hold.stays)
        expect(await isKept(built.pictureIds[picture] ?? '')).toBe(someoneHasIt)
        if (!someoneHasIt) removed += 1
      }
      for (const [index, job] of world.jobs.entries()) {
        const row = await db
          .selectFrom('jobs')
          .select('cleared_at')
          .where('id', '=', built.jobIds[index] ?? '')
          .executeTakeFirst()
        const lost = holds.some(
          (hold) => !hold.stays && hold.member === job.member && uses(job, hold.picture, 'result'),
        )
        expect(row?.cleared_at).toBe(lost ? NOW.toISOString() : null)
      }
    })
    await fc.assert(check, { numRuns: 25 })
    expect(removed).toBeGreaterThan(0)
  })

  test('bytes that were just written stay, noted or not', async () => {
    const world: World = { holds: [{ picture: 0, member: 0, age: 40 }], jobs: [] }
    const built = await buildWorld(db, blobs, world, NOW)
    expect(await maintain()).toMatchObject({ pictures: 0 })
    expect(await isKept(built.pictureIds[0] ?? '')).toBe(true)
    expect(await maintain(afterAllWrites())).toEqual({ jobs: 0, pictures: 1, bytes: 36 })
    expect(await isKept(built.pictureIds[0] ?? '')).toBe(false)
  })

  test('of a job that ended long ago only its last event stays', async () => {
    await insertMember(db, 'ann')
    const ended = { '2026-09-01': [2], '2026-11-20': [0, 1, 2] }
    for (const [day, left] of Object.entries(ended)) {
      const at = `${day}T00:00:00.000Z`
      await queueJob(db, { id: `${day} job`, member_id: 'ann', created_at: at, state: 'done', ended_at: at })
      const row = { job_id: `${day} job`, type: 'done' as const, progress: '{}', created_at: at }
      await db
        .insertInto('job_events')
        .values([0, 1, 2].map((seq) => ({ ...row, seq })))
        .execute()
      await maintain()
      const events = await db.selectFrom('job_events').select('seq').where('job_id', '=', row.job_id).execute()
      expect(events.map(({ seq }) => Number(seq))).toEqual(left)
    }
  })

  test('one process does it at a time', async () => {
    await db.updateTable('duties').set({ taken_at: NOW.toISOString() }).execute()
    expect(await maintain()).toBeNull()
    await db.updateTable('duties').set({ taken_at: '2026-11-21T10:00:00.000Z' }).execute()
    expect(await maintain()).not.toBeNull()
  })
})

const uses = (job: WorldJob, picture: number, kind: string): boolean =>
  job.uses.some((use) => use.picture === picture && use.kind === kind)

type Hold = World['holds'][number]
const jobsOf = (world: World, hold: Hold): WorldJob[] => world.jobs.filter((job) => job.member === hold.member)

function isNeeded(world: World, { picture, ...hold }: Hold): boolean {
  return jobsOf(world, { picture, ...hold }).some((job) => {
    const named = job.uses.some((use) => use.picture === picture)
    if (!hasEnded(job)) return named || job.received.includes(picture)
    return job.placed.includes(picture) || (job.placed.length > 0 && MADE_FROM.some((kind) => uses(job, picture, kind)))
  })
}

/** Days a picture is kept after its last use, by the jobs it belongs to and by itself. */
const DAYS = { result: 30, raw: 30, original: 30, partial: 1, reference: 7 }
/** What stays with a placed result. */
const MADE_FROM = ['reference', 'original', 'raw']

function isYoung(world: World, hold: Hold): boolean {
  const jobs = jobsOf(world, hold)
  const kinds = (['result', 'raw', 'partial'] as const).filter((kind) =>
    jobs.some((job) => uses(job, hold.picture, kind)),
  )
  if (hold.age <= DAYS[kinds[0] ?? 'reference']) return true
  return jobs.some((job) => job.uses.some(({ picture, kind }) => picture === hold.picture && job.age <= DAYS[kind]))
}
