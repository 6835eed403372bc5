import { pino } from 'pino'
import postgres from 'postgres'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openBell } from '#proxy/jobs/open-bell.ts'
import { createPostgres, type TestDatabase } from '#support/databases.ts'

const log = pino({ level: 'silent' })
const LONG = 60_000
let database: TestDatabase
let bells: Awaited<ReturnType<typeof openBell>>[] = []

beforeEach(async () => {
  database = await createPostgres()
  bells = await Promise.all([openBell(database.config, log), openBell(database.config, log)])
})
afterEach(async () => {
  await Promise.all(bells.map((bell) => bell.close()))
  await database.drop()
})

const bell = (index: number) => bells[index] ?? expect.unreachable()

test('a ring in one process wakes the other and its own', async () => {
  const woken = [bell(0).next(LONG), bell(1).next(LONG)]
  bell(0).ring()
  await Promise.all(woken)
})

test('many rings at once are all heard as at least one, after the last', async () => {
  let rung = 0
  const heard: number[] = []
  const listening = (async () => {
    while (heard.at(-1) !== 500) {
      await bell(1).next(LONG)
      heard.push(rung)
    }
  })()
  for (; rung < 500; rung += 1) bell(0).ring()
  await listening
  expect(heard.length).toBeLessThan(20)
})

test('when the connections are cut, those who wait are woken and rings are heard again', async () => {
  const waiting = [bell(0).next(LONG), bell(1).next(LONG)]
  const sql = postgres(database.config.databaseUrl ?? '', { max: 1 })
  await sql`select pg_terminate_backend(pid) from pg_stat_activity
    where application_name = 'framewright' and datname = current_database()`
  await sql.end()
  await Promise.all(waiting)
  const woken = bell(1).next(LONG)
  for (let heard = false; !heard; ) {
    bell(0).ring()
    heard = await Promise.race([
      woken.then(() => true),
      bell(0)
        .next(50)
        .then(() => false),
    ])
  }
})
