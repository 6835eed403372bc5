import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Db } from '#proxy/database/tables.ts'
import { transact } from '#proxy/database/transact.ts'
import { createPostgres, type TestDatabase } from '#support/databases.ts'

let database: TestDatabase
let db: Db

beforeEach(async () => {
  database = await createPostgres()
  db = await database.open()
  const member = { budget: 0, ledger_version: 0, created_at: '2026-11-21T10:00:00.000Z' }
  const rows = ['ada', 'ben'].map((id) => ({ ...member, id, name: id, token_hash: id }))
  await db.insertInto('members').values(rows).execute()
})
afterEach(async () => {
  await db.destroy()
  await database.drop()
})

const raise = (transaction: Db, id: string) =>
  transaction
    .updateTable('members')
    .set((row) => ({ budget: row('budget', '+', 1) }))
    .where('id', '=', id)
    .execute()

test('of two transactions that wait for each other both are done, once each', async () => {
  let tries = 0
  let here = 0
  let start = (): void => {}
  const both = new Promise<void>((resolve) => {
    start = resolve
  })
  const inOrder = (ids: readonly [string, string]) =>
    transact(db, async (transaction) => {
      tries += 1
      await raise(transaction, ids[0])
      here += 1
      if (here === 2) start()
      await both
      await raise(transaction, ids[1])
    })
  await Promise.all([inOrder(['ada', 'ben']), inOrder(['ben', 'ada'])])
  expect(tries).toBeGreaterThanOrEqual(3)
  const budgets = await db.selectFrom('members').select('budget').execute()
  expect(budgets.map(({ budget }) => budget)).toEqual([2, 2])
})

test('any other failure is not tried again', async () => {
  let tries = 0
  const work = transact(db, async () => {
    tries += 1
    throw new Error('no')
  })
  await expect(work).rejects.toThrow('no')
  expect(tries).toBe(1)
})
