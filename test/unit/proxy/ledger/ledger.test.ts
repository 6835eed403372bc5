import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { DEFAULT_CREDITS } from '#domain/credits.ts'
import type { Db } from '#proxy/database/tables.ts'
import { readTeam } from '#proxy/ledger/read-team.ts'
import { readUsage } from '#proxy/ledger/read-usage.ts'
import { setTeam } from '#proxy/ledger/set-team.ts'
import { databases, type TestDatabase } from '#support/databases.ts'
import { type Movements, movementsOn } from '#support/fill-ledger.ts'

const now = '2026-11-20T12:00:00.000Z'
const december = '2026-12-01T00:00:00.000Z'

describe.each(databases)('on $name', ({ create }) => {
  let database: TestDatabase
  let db: Db
  let ledger: Movements
  beforeAll(async () => {
    database = await create()
    db = await database.open()
    ledger = movementsOn(db)
  })
  afterAll(async () => {
    await db.destroy()
    await database.drop()
  })
  beforeEach(() => ledger.start({ anna: 1_000, bob: 1_000 }))

  const one = (jobId: string, price: number) => [{ jobId, price }]

  test('a reservation is replaced by what it cost, or given back', async () => {
    await ledger.reserve('anna', one('a', 400), now)
    await ledger.reserve('anna', one('b', 500), now)
    expect(await ledger.budget('anna', now)).toMatchObject({ budget: 1_000, reserved: 900, settled: 0, left: 100 })
    await ledger.settle('anna', 'a', 390, now)
    await ledger.release('anna', 'b', now)
    expect(await ledger.budget('anna', now)).toEqual({
      budget: 1_000,
      reserved: 0,
      settled: 390,
      left: 610,
      monthly: false,
      team: null,
      jobLimit: null,
      spendable: 610,
    })
  })

  test('a job is reserved once and ends once, whoever ends it at the same time', async () => {
    await ledger.reserve('anna', one('a', 400), now)
    await expect(ledger.reserve('anna', one('a', 400), now)).rejects.toThrow()
    const ends = await Promise.allSettled([
      ledger.settle('anna', 'a', 1, now),
      ledger.release('anna', 'a', now),
      ledger.settle('anna', 'a', 1, now),
      ledger.release('anna', 'a', now),
    ])
    expect(ends.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect((await ledger.budget('anna', now)).reserved).toBe(0)
    expect(await db.selectFrom('ledger').select('kind').execute()).toHaveLength(2)
  })

  test('a batch is reserved whole or not at all', async () => {
    const jobs = [...one('a', 400), ...one('b', 400), ...one('c', 400)]
    const refused = ledger.reserve('anna', jobs, now)
    await expect(refused).rejects.toMatchObject({
      code: 'over_budget',
      failure: { details: { price: '$0.0012', left: '$0.001', missing: '$0.0002' } },
    })
    expect((await ledger.budget('anna', now)).reserved).toBe(0)
    await ledger.reserve('anna', jobs.slice(1), now)
    expect((await ledger.budget('anna', now)).left).toBe(200)
  })

  test('the team’s budget holds for all members together', async () => {
    await setTeam(db, { budget: 1_200 })
    await ledger.reserve('anna', one('a', 900), now)
    expect(await ledger.budget('bob', now)).toMatchObject({ left: 1_000, team: { left: 300 }, spendable: 300 })
    expect(await ledger.budget('anna', now)).toMatchObject({ left: 100, team: { left: 300 }, spendable: 100 })
    await expect(ledger.reserve('bob', one('b', 301), now)).rejects.toMatchObject({
      code: 'over_team_budget',
      failure: { details: { price: '$0.000301', left: '$0.0003', missing: '$0.000001' } },
    })
    await ledger.reserve('bob', one('b', 300), now)
    expect((await ledger.budget('bob', now)).spendable).toBe(0)
  })

  test('no job may cost more than the limit, a batch of cheaper ones may', async () => {
    await setTeam(db, { jobLimit: 250 })
    await expect(ledger.reserve('anna', [...one('a', 100), ...one('b', 251)], now)).rejects.toMatchObject({
      code: 'over_job_limit',
      failure: { details: { price: '$0.000251', limit: '$0.00025', missing: '$0.000001' } },
    })
    await ledger.reserve('anna', [...one('a', 250), ...one('b', 250)], now)
    expect((await ledger.budget('anna', now)).reserved).toBe(500)
  })

  test('a monthly budget starts anew with the UTC month; what is reserved before counts before', async () => {
    await db.updateTable('members').set({ monthly: 1 }).where('id', '=', 'anna').execute()
    await ledger.reserve('anna', one('a', 700), '2026-11-30T23:59:59.999Z')
    expect(await ledger.budget('anna', now)).toMatchObject({ monthly: true, left: 300 })
    await ledger.reserve('anna', one('b', 1_000), december)
    await ledger.settle('anna', 'a', 600, december)
    expect(await ledger.budget('anna', december)).toMatchObject({ settled: 0, reserved: 1_000, left: 0 })
    expect(await ledger.budget('anna', now)).toMatchObject({ settled: 600, reserved: 0, left: 400 })
  })

  test('a total budget counts every month', async () => {
    await ledger.reserve('bob', one('a', 700), now)
    await ledger.settle('bob', 'a', 700, december)
    expect(await ledger.budget('bob', december)).toMatchObject({ monthly: false, settled: 700, left: 300 })
  })

  test('usage by day is by the day of the submit, by member by name', async () => {
    await ledger.reserve('bob', one('a', 100), '2026-11-20T23:59:59.999Z')
    await ledger.reserve('bob', one('b', 200), '2026-11-21T00:00:00.000Z')
    await ledger.reserve('anna', one('c', 300), '2026-11-21T10:00:00.000Z')
    await ledger.settle('bob', 'a', 90, december)
    await ledger.release('anna', 'c', december)
    expect(await readUsage(db, 'day', null)).toEqual([
      { key: '2026-11-21', settled: 0, reserved: 200, jobs: 2 },
      { key: '2026-11-20', settled: 90, reserved: 0, jobs: 1 },
    ])
    expect(await readUsage(db, 'day', 'anna')).toEqual([{ key: '2026-11-21', settled: 0, reserved: 0, jobs: 1 }])
    expect(await readUsage(db, 'member', null)).toEqual([
      { key: 'anna', settled: 0, reserved: 0, jobs: 1 },
      { key: 'bob', settled: 90, reserved: 200, jobs: 2 },
    ])
  })

  test('what holds for the team is changed one by one', async () => {
    await setTeam(db, { budget: 5, monthly: true })
    await setTeam(db, { credits: DEFAULT_CREDITS, jobLimit: 7 })
    expect(await readTeam(db)).toEqual({ budget: 5, monthly: true, jobLimit: 7, credits: DEFAULT_CREDITS })
    await setTeam(db, { budget: null, credits: null })
    await setTeam(db, {})
    expect(await readTeam(db)).toEqual({ budget: null, monthly: true, jobLimit: 7, credits: null })
  })
})
