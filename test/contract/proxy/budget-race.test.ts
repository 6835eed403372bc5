import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { AppError } from '#domain/app-error.ts'
import { reserve } from '#proxy/ledger/reserve.ts'
import { type Operations, openOperations } from '#proxy/open-operations.ts'
import { callProxy, type ProxyCalls, sampleSubmit } from '#support/call-proxy.ts'
import { databases, type TestDatabase } from '#support/databases.ts'
import { createHandEngine } from '#support/hand-engine.ts'
import { startTestProxy, type TestProxy, testConfig } from '#support/start-test-proxy.ts'

const SUBMISSIONS = 200
const AFFORDABLE = 37
const AMPLE = 1_000_000_000

const body = sampleSubmit()
const price = body.agreedPrice
/** Room for so many and not for one more. */
const budget = AFFORDABLE * price + price - 1

describe.each(databases)('on $name', ({ name, create }) => {
  /** Two on PostgreSQL, which several may share. */
  const proxies: TestProxy[] = []
  let database: TestDatabase
  let operations: Operations
  beforeAll(async () => {
    database = await create()
    for (const _ of database.config.databaseUrl === null ? [1] : [1, 2])
      proxies.push(await startTestProxy({ ...database.config, stopWaitMs: 0, parts: { engine: createHandEngine() } }))
    operations = await openOperations(testConfig(database.config.dataDir, database.config))
  })
  afterAll(async () => {
    await operations.close()
    for (const proxy of proxies) await proxy.close()
    await database.drop()
  })

  /** The member's calls of each proxy, over HTTP. */
  async function newMember(memberName: string, memberBudget: number): Promise<ProxyCalls[]> {
    const token = await operations.addMember({ name: memberName, budget: memberBudget, monthly: true, admin: false })
    return proxies.map(({ url }) => callProxy((path, init) => fetch(url + path, init), token))
  }

  /** Submits at once, in turns through every way given; counts what each said. */
  async function rush(ways: readonly ProxyCalls[]): Promise<{ accepted: number; refused: string[] }> {
    const said = await Promise.allSettled(
      Array.from({ length: SUBMISSIONS }, (_, i) => (ways[i % ways.length] ?? ways[0])?.submit(body)),
    )
    const refused = said.flatMap((one) => (one.status === 'rejected' ? [String(one.reason)] : []))
    return { accepted: said.length - refused.length, refused }
  }

  test('200 submissions at once spend what a member’s budget holds and not a micro-dollar more', async () => {
    const ways = await newMember('anna', budget)
    const { accepted, refused } = await rush(ways)
    expect(accepted).toBe(AFFORDABLE)
    expect(refused.filter((said) => said.includes('402') && said.includes('"over_budget"'))).toHaveLength(
      SUBMISSIONS - AFFORDABLE,
    )
    for (const calls of ways) {
      const usage = (await calls.usage()).value
      expect(usage.jobs).toBe(AFFORDABLE)
      expect(usage.budget).toMatchObject({ reserved: AFFORDABLE * price, settled: 0, left: price - 1 })
    }
    report('a member’s budget', accepted, refused.length)
  })

  test('200 submissions of five members at once spend what the team’s budget holds', async () => {
    const before = (await operations.readTeam()).spent.reserved
    await operations.setTeam({ budget: before + budget, monthly: true })
    const members = await Promise.all(['bob', 'cleo', 'dan', 'eve', 'finn'].map((one) => newMember(one, AMPLE)))
    const { accepted, refused } = await rush(members.flat())
    expect(accepted).toBe(AFFORDABLE)
    expect(refused.filter((said) => said.includes('402') && said.includes('over_team_budget'))).toHaveLength(
      SUBMISSIONS - AFFORDABLE,
    )
    expect((await operations.readTeam()).spent.reserved).toBe(before + AFFORDABLE * price)
    const budgets = await Promise.all(members.map(async ([calls]) => (await calls?.session())?.value.budget))
    expect(budgets.map((one) => [one?.team?.left, one?.spendable])).toEqual(Array(5).fill([price - 1, price - 1]))
    report('the budget of a team of five', accepted, refused.length)
  })

  test('200 reservations of many members, each on a connection of its own, hold what the team’s budget holds', async () => {
    const before = (await operations.readTeam()).spent.reserved
    await operations.setTeam({ budget: before + budget, monthly: true })
    const db = await database.open()
    const now = new Date().toISOString()
    const names = Array.from({ length: 10 }, (_, index) => `racer ${index}`)
    for (const one of names) await operations.addMember({ name: one, budget: AMPLE, monthly: true, admin: false })
    const racers = await db.selectFrom('members').select('id').where('name', 'in', names).execute()
    const said = await Promise.allSettled(
      Array.from({ length: SUBMISSIONS }, (_, index) => {
        const memberId = racers[index % racers.length]?.id ?? ''
        return db
          .transaction()
          .execute((transaction) => reserve(transaction, { memberId, now }, [{ jobId: randomUUID(), price }]))
      }),
    )
    const refused = said.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []))
    expect(SUBMISSIONS - refused.length).toBe(AFFORDABLE)
    expect(new Set(refused.map((one) => (one instanceof AppError ? one.code : String(one))))).toEqual(
      new Set(['over_team_budget']),
    )
    expect((await operations.readTeam()).spent.reserved).toBe(before + AFFORDABLE * price)
    await db.destroy()
  })

  function report(what: string, accepted: number, refused: number): void {
    const spent = `${accepted * price} of ${budget} micro-dollars`
    const through = proxies.length === 1 ? 'one proxy' : `${proxies.length} proxies`
    console.log(
      `${name}, ${through}, ${SUBMISSIONS} at once against ${what}: ${accepted} held, ${refused} refused, ${spent}`,
    )
  }
})
