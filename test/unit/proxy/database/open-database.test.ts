import { execFile } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { promisify } from 'node:util'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openDatabase } from '#proxy/database/open-database.ts'
import type { Db } from '#proxy/database/tables.ts'
import { startFailure } from '#proxy/start-failure.ts'
import { createPostgres, databases, type TestDatabase } from '#support/databases.ts'
import { raiseBudgets } from '#support/raise-budgets.ts'

let database: TestDatabase
let opened: Db[] = []

async function open(): Promise<Db> {
  const db = await database.open()
  opened.push(db)
  return db
}

afterEach(async () => {
  await Promise.all(opened.map((db) => db.destroy()))
  opened = []
  await database.drop()
})

const member = (name: string, budget: number) => ({
  id: name,
  name,
  token_hash: name,
  budget,
  ledger_version: 0,
  created_at: '2026-11-21T10:00:00.000Z',
})

describe.each(databases)('$name', ({ create }) => {
  beforeEach(async () => {
    database = await create()
  })

  test('money comes back as the number that went in, sums and counts too', async () => {
    const db = await open()
    const most = Number.MAX_SAFE_INTEGER
    await db
      .insertInto('members')
      .values([member('ada', most - 1), member('ben', 1)])
      .execute()
    const { budget } = await db.selectFrom('members').select('budget').where('id', '=', 'ada').executeTakeFirstOrThrow()
    expect(budget).toBe(most - 1)
    const sums = await db
      .selectFrom('members')
      .select((row) => [row.fn.sum('budget').as('sum'), row.fn.countAll().as('count')])
      .executeTakeFirstOrThrow()
    expect(sums).toEqual({ sum: most, count: 2 })
  })

  test('another process can write between the transactions of this one', async () => {
    const db = await open()
    await db.insertInto('members').values(member('ada', 0)).execute()
    const program = `
      import { openDatabase } from '#proxy/database/open-database.ts'
      import { raiseBudgets } from '#support/raise-budgets.ts'
      const db = await openDatabase(${JSON.stringify(database.config)})
      await raiseBudgets(db, 20)
      await db.destroy()`
    const other = promisify(execFile)(process.execPath, ['--input-type=module', '-e', program])
    await Promise.all([raiseBudgets(db, 20), other])
    expect(await db.selectFrom('members').select(['budget', 'ledger_version']).execute()).toEqual([
      { budget: 40, ledger_version: 40 },
    ])
  })

  test('a failed transaction leaves nothing, and the database goes on', async () => {
    const db = await open()
    const twice = [member('ada', 1), member('ada', 2)]
    await expect(
      db.transaction().execute(async (transaction) => {
        for (const row of twice) await transaction.insertInto('members').values(row).execute()
      }),
    ).rejects.toThrow()
    expect(await db.selectFrom('members').select('id').execute()).toEqual([])
  })
})

describe('PostgreSQL', () => {
  test('a server that hangs up before it answers is told in a sentence', async () => {
    database = await createPostgres()
    const server = createServer((socket) => socket.once('data', () => socket.end())).listen(0, '127.0.0.1')
    await once(server, 'listening')
    const address = server.address()
    const port = typeof address === 'object' ? address?.port : null
    const databaseUrl = `postgres://ada:secret@127.0.0.1:${port}/pictures`
    const failure = await openDatabase({ ...database.config, databaseUrl }).catch((error: unknown) => error)
    server.close()
    expect(startFailure(failure)).toBe(
      `The PostgreSQL database pictures at 127.0.0.1:${port} cannot be used: the connection was cut. Check DATABASE_URL.`,
    )
  })

  test('opened three times at the same moment it is made once', async () => {
    database = await createPostgres()
    const all = await Promise.all([open(), open(), open()])
    await all[0]?.insertInto('members').values(member('ada', 1)).execute()
    for (const db of all) expect(await db.selectFrom('members').select('id').execute()).toEqual([{ id: 'ada' }])
    expect(await all[0]?.selectFrom('team').select('id').execute()).toEqual([{ id: 'team' }])
  })

  test('a number too large to be exact is an error', async () => {
    database = await createPostgres()
    const db = await open()
    await db
      .insertInto('members')
      .values([member('ada', Number.MAX_SAFE_INTEGER), member('ben', 2)])
      .execute()
    const sum = db.selectFrom('members').select((row) => row.fn.sum('budget').as('sum'))
    await expect(sum.execute()).rejects.toThrow(/too large to be exact/)
  })

  test.each([
    ['password', 'wr0ng-secret', 'the password is wrong'],
    ['pathname', '/nowhere', 'there is no database of that name'],
    ['port', '1', 'nothing listens there'],
  ] as const)(
    'an address with another %s is told in a sentence that keeps the password',
    async (part, value, reason) => {
      database = await createPostgres()
      const url = new URL(database.config.databaseUrl ?? '')
      url.username = 'postgres'
      url[part] = value
      const failure = await openDatabase({ ...database.config, databaseUrl: url.href }).catch((error: unknown) => error)
      const sentence = startFailure(failure)
      expect(sentence).toContain(reason)
      expect(sentence).toMatch(
        /^The PostgreSQL database \w+ at 127\.0\.0\.1:\d+ cannot be used: .+\. Check DATABASE_URL\.$/,
      )
      expect(sentence).not.toContain(`${url.password}@`)
      expect(sentence).not.toContain('secret')
    },
  )
})
