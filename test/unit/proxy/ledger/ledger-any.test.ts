import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { AppError } from '#domain/app-error.ts'
import type { Db } from '#proxy/database/tables.ts'
import { setTeam } from '#proxy/ledger/set-team.ts'
import { setMemberBudget } from '#proxy/members/set-member-budget.ts'
import { databases, type TestDatabase } from '#support/databases.ts'
import { type Movements, movementsOn } from '#support/fill-ledger.ts'
import { anyStep, MEMBERS, type Step } from './any-ledger.ts'
import { LedgerModel } from './ledger-model.ts'

const RUNS = 12
const timeIn = (month: number): string => new Date(Date.UTC(2026, 10 + month, 15, 12)).toISOString()

describe.each(databases)('on $name', ({ name, create }) => {
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

  async function take(model: LedgerModel, step: Step): Promise<void> {
    const now = timeIn(model.month)
    if (step.do === 'nextMonth') model.month += 1
    if (step.do === 'setMember') {
      const { member, budget, monthly } = step
      await setMemberBudget(db, member, { budget, monthly })
      model.accounts[member] = { budget, monthly }
    }
    if (step.do === 'setTeam') {
      const { budget, monthly } = step
      await setTeam(db, { budget, monthly })
      model.team = { budget, monthly }
    }
    if (step.do === 'setJobLimit') {
      await setTeam(db, { jobLimit: step.jobLimit })
      model.jobLimit = step.jobLimit
    }
    if (step.do === 'reserve') {
      const { member, prices } = step
      const jobs = prices.map((price, i) => ({ jobId: `job ${model.jobs.length + i}`, price }))
      const code = model.refusal(member, prices)
      const attempt = ledger.reserve(member, jobs, now)
      if (code === null) {
        await attempt
        model.reserve(member, prices)
      } else await expect(attempt).rejects.toMatchObject({ code })
    }
    if (step.do === 'settle' || step.do === 'release') await end(model, step, now)
  }

  async function end(model: LedgerModel, step: Extract<Step, { job: number }>, now: string): Promise<void> {
    const index = model.jobs.length - 1 - step.job
    const job = model.jobs[index]
    if (!job) return
    const charge = step.do === 'settle' ? step.charge : 0
    const { member } = job
    const attempt =
      step.do === 'settle'
        ? ledger.settle(member, `job ${index}`, charge, now)
        : ledger.release(member, `job ${index}`, now)
    if (job.ended) return expect(attempt).rejects.toThrow()
    await attempt
    model.end(job, charge)
  }

  test('whatever happens in whatever order, left = budget − settled − reserved and no limit is passed', async () => {
    let taken = 0
    const check = fc.asyncProperty(fc.array(anyStep, { minLength: 10, maxLength: 40 }), async (steps) => {
      await ledger.start({ anna: 1_000, bob: 1_000 })
      const model = new LedgerModel(1_000)
      for (const step of steps) {
        await take(model, step)
        for (const member of MEMBERS)
          expect(await ledger.budget(member, timeIn(model.month))).toEqual(model.budgetOf(member))
        taken += 1
      }
    })
    await fc.assert(check, { numRuns: RUNS })
    console.log(`ledger on ${name}: ${RUNS} random ledgers, ${taken} steps, every balance as the rules say`)
  })

  test('whatever is asked at the same time, no reservation passes a limit and none is refused without need', async () => {
    const counts = { asked: 0, held: 0 }
    const asked = fc.record({ member: fc.constantFrom(...MEMBERS), price: fc.integer({ min: 1, max: 400 }) })
    const check = fc.asyncProperty(
      fc.integer({ min: 0, max: 2_000 }),
      fc.integer({ min: 0, max: 3_000 }),
      fc.array(asked, { minLength: 5, maxLength: 30 }),
      async (budget, teamBudget, jobs) => {
        await ledger.start({ anna: budget, bob: budget })
        await setTeam(db, { budget: teamBudget })
        const now = timeIn(0)
        const ends = await Promise.allSettled(
          jobs.map(({ member, price }, i) => ledger.reserve(member, [{ jobId: `job ${i}`, price }], now)),
        )
        const refused = jobs.filter((_, i) => ends[i]?.status === 'rejected')
        for (const end of ends) if (end.status === 'rejected') expect(end.reason).toBeInstanceOf(AppError)
        const budgets = { anna: await ledger.budget('anna', now), bob: await ledger.budget('bob', now) }
        for (const { left, team } of Object.values(budgets))
          expect([left >= 0, (team?.left ?? -1) >= 0]).toEqual([true, true])
        for (const { member, price } of refused) expect(price).toBeGreaterThan(budgets[member].spendable)
        const held =
          jobs.reduce((sum, { price }) => sum + price, 0) - refused.reduce((sum, { price }) => sum + price, 0)
        expect(budgets.anna.team?.reserved).toBe(held)
        counts.asked += jobs.length
        counts.held += jobs.length - refused.length
      },
    )
    await fc.assert(check, { numRuns: RUNS })
    console.log(`ledger on ${name}: ${counts.asked} reservations at once, ${counts.held} held, no limit passed`)
  })
})
