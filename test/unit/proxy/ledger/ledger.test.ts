import { rm } from 'node:fs/promises'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { AppError } from '#domain/app-error.ts'
import { openDatabase } from '#proxy/database/open-database.ts'
import type { Db } from '#proxy/database/tables.ts'
import { readBudget } from '#proxy/ledger/read-budget.ts'
import { release } from '#proxy/ledger/release.ts'
import { reserve } from '#proxy/ledger/reserve.ts'
import { settle } from '#proxy/ledger/settle.ts'
import { temporaryFolder } from '#support/start-test-proxy.ts'

const now = '2026-11-20T12:00:00.000Z'
const memberId = 'member'

async function withLedger(budget: number, use: (db: Db) => Promise<void>): Promise<void> {
  const folder = await temporaryFolder()
  const db = await openDatabase({ dataDir: folder, databaseUrl: null })
  const member = { id: memberId, name: 'm', token_hash: 'h', budget, ledger_version: 0, created_at: now }
  await db.insertInto('members').values(member).execute()
  await use(db)
  await db.destroy()
  await rm(folder, { recursive: true })
}

const inTransaction = (db: Db, work: (transaction: Db) => Promise<void>) => db.transaction().execute(work)
const of = (jobId: string) => ({ memberId, jobId, now })

test('a reservation is replaced by what it cost, or given back', async () => {
  await withLedger(1_000, async (db) => {
    await inTransaction(db, (transaction) => reserve(transaction, of('a'), 400))
    await inTransaction(db, (transaction) => reserve(transaction, of('b'), 500))
    expect(await readBudget(db, memberId)).toEqual({ budget: 1_000, reserved: 900, settled: 0, left: 100 })
    await inTransaction(db, (transaction) => settle(transaction, of('a'), 390))
    await inTransaction(db, (transaction) => release(transaction, of('b')))
    expect(await readBudget(db, memberId)).toEqual({ budget: 1_000, reserved: 0, settled: 390, left: 610 })
  })
})

test('a job is reserved once, settled once, and rows are never changed', async () => {
  await withLedger(1_000, async (db) => {
    await inTransaction(db, (transaction) => reserve(transaction, of('a'), 400))
    await expect(inTransaction(db, (transaction) => reserve(transaction, of('a'), 400))).rejects.toThrow()
    await inTransaction(db, (transaction) => settle(transaction, of('a'), 1))
    await expect(inTransaction(db, (transaction) => settle(transaction, of('a'), 1))).rejects.toThrow()
    expect(await db.selectFrom('ledger').select('kind').orderBy('kind').execute()).toEqual([
      { kind: 'reserve' },
      { kind: 'settle' },
    ])
  })
})

test('whatever is asked at the same time, reservations never exceed the budget', async () => {
  const job = fc.record({
    price: fc.integer({ min: 1, max: 1_000 }),
    end: fc.constantFrom('settle', 'release', 'keep'),
  })
  const check = fc.asyncProperty(
    fc.integer({ min: 0, max: 5_000 }),
    fc.array(job, { minLength: 1, maxLength: 40 }),
    async (budget, jobs) =>
      withLedger(budget, async (db) => {
        const spent = await Promise.all(
          jobs.map(async ({ price, end }, i) => {
            try {
              await inTransaction(db, (transaction) => reserve(transaction, of(`job ${i}`), price))
            } catch (error) {
              expect(error).toBeInstanceOf(AppError)
              return 0
            }
            expect((await readBudget(db, memberId)).left).toBeGreaterThanOrEqual(0)
            if (end === 'settle') await inTransaction(db, (transaction) => settle(transaction, of(`job ${i}`), price))
            if (end === 'release') await inTransaction(db, (transaction) => release(transaction, of(`job ${i}`)))
            return end === 'release' ? 0 : price
          }),
        )
        const { left } = await readBudget(db, memberId)
        expect(left).toBe(budget - spent.reduce((sum, price) => sum + price, 0))
      }),
  )
  await fc.assert(check, { numRuns: 15 })
})
