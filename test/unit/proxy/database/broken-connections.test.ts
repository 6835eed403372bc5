import { setImmediate as turn } from 'node:timers/promises'
import { Kysely, PostgresDialect, sql } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { pgAsPostgres } from '#proxy/database/pg-as-postgres.ts'
import { openPostgresPool } from '#proxy/database/postgres-pool.ts'
import type { Db, Tables } from '#proxy/database/tables.ts'
import { connectionCutter } from '#support/cut-connections.ts'
import { createPostgres } from '#support/databases.ts'
import { silentWire } from '#support/silent-wire.ts'

let database: Awaited<ReturnType<typeof createPostgres>>
let cutter: ReturnType<typeof connectionCutter>
let db: Db

beforeEach(async () => {
  database = await createPostgres()
  cutter = connectionCutter(database.config.databaseUrl)
  db = await database.open()
})
afterEach(async () => {
  await db.destroy()
  await cutter.close()
  await database.drop()
})

const TIMES = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]

/** Lets the client hear of the cut more and more before it goes on. */
async function turns(count: number): Promise<void> {
  for (let i = 0; i < count; i += 1) await turn()
}

/** As the durable runs have it. */
const openRuns = () => pgAsPostgres(database.config.databaseUrl, (column) => column)

const readTeam = () => db.selectFrom('team').select(['budget', 'job_limit']).executeTakeFirstOrThrow()

test('a transaction whose connection breaks is refused, leaves nothing, and the next one works', async () => {
  for (const time of TIMES) {
    const broken = db.transaction().execute(async (transaction) => {
      const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(transaction)
      await transaction.updateTable('team').set({ budget: 1 }).execute()
      await cutter.cut(rows[0]?.pid ?? 0)
      await turns(time)
      await transaction.updateTable('team').set({ job_limit: 2 }).execute()
    })
    await expect(broken).rejects.toThrow()
    expect(await readTeam()).toEqual({ budget: null, job_limit: null })
  }
  await db.transaction().execute(async (transaction) => {
    await transaction.updateTable('team').set({ budget: 3, job_limit: 4 }).execute()
  })
  expect(await readTeam()).toEqual({ budget: 3, job_limit: 4 })
})

test('so it is for the durable runs', async () => {
  const pool = openRuns()
  for (const time of TIMES) {
    const lent = await pool.reserve()
    const broken = async () => {
      await lent.unsafe('BEGIN')
      const [row] = await lent`select pg_backend_pid() as pid`
      await lent`update team set budget = 1`
      await cutter.cut(row?.['pid'])
      await turns(time)
      await lent`update team set job_limit = 2`
      await lent.unsafe('COMMIT')
    }
    await expect(broken()).rejects.toThrow()
    await expect(async () => lent.unsafe('ROLLBACK')).rejects.toThrow()
    await expect(async () => lent`update team set job_limit = 2`).rejects.toThrow('broke')
    expect(await readTeam()).toEqual({ budget: null, job_limit: null })
  }
  const lent = await pool.reserve()
  await lent.unsafe('BEGIN')
  await lent`update team set budget = 3, job_limit = 4`
  await lent.unsafe('COMMIT')
  lent.release()
  expect(await readTeam()).toEqual({ budget: 3, job_limit: 4 })
  await pool.end()
})

test('an answer never has rows of a query whose connection broke before', async () => {
  const pool = openRuns()
  // Its first row is on the way when it breaks its own connection.
  const breakOne = () =>
    pool`select n, case when n = 2 then pg_terminate_backend(pg_backend_pid()) end from generate_series(1, 9) as n`
  const broken = Array.from({ length: 5 }, async () => breakOne())
  const asked = Array.from({ length: 15 }, async (_, i) => pool`select ${i}::int as i`)
  expect((await Promise.allSettled(broken)).map(({ status }) => status)).toEqual(Array(5).fill('rejected'))
  const answers = await Promise.allSettled(asked)
  for (const [i, answer] of answers.entries()) if (answer.status === 'fulfilled') expect(answer.value).toEqual([{ i }])
  expect(await pool`select 15 as i`).toEqual([{ i: 15 }])
  await pool.end()
})

test('of many queries of the durable runs each is answered or refused while connections break', async () => {
  const pool = openRuns()
  const ask = async (i: number): Promise<string> => {
    try {
      const [row] = await pool`select ${i}::int as i`
      return row?.['i'] === i ? 'answered' : 'wrong'
    } catch {
      return 'refused'
    }
  }
  for (const time of TIMES) {
    const asked = Array.from({ length: 40 }, (_, i) => ask(i))
    await turns(time)
    await cutter.cutAll()
    expect(await Promise.all(asked)).not.toContain('wrong')
  }
  while ((await ask(1)) !== 'answered') await turn()
  expect(await Promise.all(Array.from({ length: 40 }, (_, i) => ask(i)))).toEqual(Array(40).fill('answered'))
  await pool.end()
})

test('a connection that goes silent is given up: its query is refused, a transaction leaves nothing, the next ones are answered', async () => {
  const address = new URL(database.config.databaseUrl)
  const wire = await silentWire(Number(address.port))
  address.port = String(wire.port)
  const far: Db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: openPostgresPool(address.href, 2, 400) }) })
  const setLimit = async (budget: number, then: () => void): Promise<void> => {
    await far.transaction().execute(async (transaction) => {
      await transaction.updateTable('team').set({ budget }).execute()
      then()
      await transaction.updateTable('team').set({ job_limit: 2 }).execute()
    })
  }
  try {
    await far.selectFrom('team').select('budget').execute()
    wire.silence()
    await expect(far.selectFrom('team').select('budget').execute()).rejects.toThrow()
    await expect(setLimit(1, () => wire.silence())).rejects.toThrow()
    expect(await readTeam()).toEqual({ budget: null, job_limit: null })
    // The server has to notice as well: until then the row is locked.
    await expect.poll(() => setLimit(3, () => {}).then(readTeam)).toEqual({ budget: 3, job_limit: 2 })
  } finally {
    await far.destroy()
    await wire.close()
  }
})
