import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Db } from '#proxy/database/tables.ts'
import { createBell } from '#proxy/jobs/bell.ts'
import { giveTurns, type Upstream } from '#proxy/jobs/line/give-turns.ts'
import { placesInLine } from '#proxy/jobs/line/line.ts'
import { databases, type TestDatabase } from '#support/databases.ts'
import { insertMember, queueJob } from '#support/queue-job.ts'

const START = Date.parse('2026-11-21T10:00:00.000Z')
const at = (seconds: number): string => new Date(START + seconds * 1000).toISOString()
const jobId = (name: string): string => `${name}-0000000000000000`
const unlimited: Upstream = { name: 'one', concurrency: null, imagesPerMinute: null }

describe.each(databases)('turns on $name', ({ create }) => {
  let database: TestDatabase
  let db: Db
  let seconds: number

  beforeEach(async () => {
    database = await create()
    db = await database.open()
    seconds = 0
    for (const member of ['ann', 'bob', 'eve']) await insertMember(db, member)
  })
  afterEach(async () => {
    await db.destroy()
    await database.drop()
  })

  const queue = (member: string, name: string, more: object = {}) =>
    queueJob(db, { id: jobId(name), member_id: member, created_at: at(seconds++), ...more })
  const give = (slots: number, upstream = unlimited, on = db) =>
    giveTurns({ db: on, changes: createBell(), now: () => at(seconds) }, upstream, slots)
  const names = ({ turns }: Awaited<ReturnType<typeof give>>) =>
    turns.map((turn) => turn.jobId.split('-')[0]).toSorted()
  const end = async (): Promise<void> => {
    seconds += 1
    await db.updateTable('jobs').set({ state: 'done' }).where('state', '=', 'running').execute()
  }

  test('a long batch of one member does not starve one of another, also with one place', async () => {
    for (let index = 0; index < 40; index += 1) await queue('ann', `a${index}`)
    expect(names(await give(1))).toEqual(['a0'])
    await queue('bob', 'b0')
    expect((await placesInLine(db, at(seconds), [jobId('b0')])).get(jobId('b0'))).toBe(0)
    await end()
    expect(names(await give(1))).toEqual(['b0'])
    await end()
    expect(names(await give(1))).toEqual(['a1'])
  })

  test('places are shared out between the members', async () => {
    for (const name of ['a0', 'a1', 'a2', 'a3']) await queue('ann', name)
    for (const name of ['b0', 'b1']) await queue('bob', name)
    await queue('eve', 'e0')
    expect(names(await give(4))).toEqual(['a0', 'a1', 'b0', 'e0'])
    expect(names(await give(1))).toEqual(['b1'])
    const row = await db.selectFrom('jobs').selectAll().where('id', '=', jobId('a0')).executeTakeFirstOrThrow()
    expect(row).toMatchObject({ state: 'running', attempt: 1, upstream: 'one', run_id: null, turn_at: row.started_at })
    const events = await db.selectFrom('job_events').select(['job_id', 'type']).execute()
    expect(events.filter(({ type }) => type === 'running')).toHaveLength(5)
  })

  test('an upstream’s limit of running jobs holds for all who give turns at the same time', async () => {
    for (let index = 0; index < 12; index += 1) await queue('ann', `a${index}`)
    // SQLite belongs to one process, and one connection.
    const other = database.config.databaseUrl === null ? db : await database.open()
    const limited = { ...unlimited, concurrency: 4 }
    const given = await Promise.all([db, other, db, other, db, other].map((on) => give(3, limited, on)))
    const turns = given.flatMap(({ turns }) => turns.map((turn) => turn.jobId))
    expect(turns).toHaveLength(4)
    expect(new Set(turns).size).toBe(4)
    if (other !== db) await other.destroy()
  })

  test('pictures in any minute are limited, and a job larger than the limit goes in an empty minute', async () => {
    const limited = { ...unlimited, imagesPerMinute: 5 }
    await queue('ann', 'a0', { image_count: 3 })
    await queue('ann', 'a1', { image_count: 10 })
    await queue('ann', 'a2', { image_count: 1 })
    const first = await give(10, limited)
    expect(names(first)).toEqual(['a0'])
    const begun = seconds
    // A small one does not overtake the large one, which would never find an empty minute.
    expect(await give(10, limited)).toEqual({ turns: [], lookAgainAt: at(begun + 60) })
    seconds = begun + 60
    expect(names(await give(10, limited))).toEqual(['a1'])
    expect(await give(10, limited)).toEqual({ turns: [], lookAgainAt: at(begun + 120) })
    seconds = begun + 120
    expect(names(await give(10, limited))).toEqual(['a2'])
  })

  test('nobody is sent before an upstream’s hold ends, and no job before its own time', async () => {
    await queue('ann', 'a0', { not_before: at(50) })
    expect(await give(5)).toEqual({ turns: [], lookAgainAt: at(50) })
    await queue('ann', 'a1')
    expect(names(await give(5))).toEqual(['a1'])
    await db
      .updateTable('upstreams')
      .set({ hold_until: at(90) })
      .where('name', '=', 'one')
      .execute()
    seconds = 60
    expect(await give(5)).toEqual({ turns: [], lookAgainAt: at(90) })
    expect(names(await give(5, { ...unlimited, name: 'another' }))).toEqual(['a0'])
  })
})

test('nobody has two turns in a row while somebody else waits', async () => {
  const [sqlite] = databases
  const database = await sqlite?.create()
  const db = await database?.open()
  if (!database || !db) throw new Error('There is no database')
  for (const member of ['0', '1', '2']) await insertMember(db, member)
  const arrivals = fc.array(fc.record({ member: fc.constantFrom('0', '1', '2'), before: fc.nat(5) }), { maxLength: 9 })
  await fc.assert(
    fc.asyncProperty(arrivals, async (jobs) => {
      await db.deleteFrom('job_events').execute()
      await db.deleteFrom('jobs').execute()
      let last = ''
      for (let turn = 0; turn < 14; turn += 1) {
        const now = at(turn)
        for (const [index, job] of jobs.entries())
          if (job.before === turn)
            await queueJob(db, { id: jobId(`j${index}`), member_id: job.member, created_at: now })
        const waiting = await db.selectFrom('jobs').select('member_id').where('state', '=', 'queued').execute()
        const { turns } = await giveTurns({ db, changes: createBell(), now: () => now }, unlimited, 1)
        const [given] = turns
        expect(turns).toHaveLength(waiting.length > 0 ? 1 : 0)
        if (!given) continue
        const job = await db
          .selectFrom('jobs')
          .select('member_id')
          .where('id', '=', given.jobId)
          .executeTakeFirstOrThrow()
        if (job.member_id === last) expect(waiting.every(({ member_id }) => member_id === last)).toBe(true)
        last = job.member_id
        await db.updateTable('jobs').set({ state: 'done' }).where('id', '=', given.jobId).execute()
      }
    }),
    { numRuns: 8 },
  )
  await db.destroy()
  await database.drop()
})
