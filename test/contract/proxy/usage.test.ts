import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { routes } from '#contract/http-wire.ts'
import type { UsageBy, UsageReport } from '#contract/usage-wire.ts'
import type { Brief } from '#domain/brief.ts'
import { DEFAULT_CREDITS } from '#domain/credits.ts'
import { type Operations, openOperations } from '#proxy/open-operations.ts'
import { callProxy, type ProxyCalls, sampleSubmit } from '#support/call-proxy.ts'
import { databases, type TestDatabase } from '#support/databases.ts'
import { createHandEngine } from '#support/hand-engine.ts'
import { sampleBrief } from '#support/sample-brief.ts'
import { startTestProxy, type TestProxy, testConfig } from '#support/start-test-proxy.ts'

describe.each(databases)('on $name', ({ create }) => {
  const body = sampleSubmit()
  const engine = createHandEngine()
  let database: TestDatabase
  let proxy: TestProxy
  let operations: Operations
  beforeAll(async () => {
    database = await create()
    proxy = await startTestProxy({ ...database.config, concurrency: 1, parts: { engine } })
    operations = await openOperations(testConfig(database.config.dataDir, database.config))
  })
  afterAll(async () => {
    await operations.close()
    await proxy.close()
    await database.drop()
  })

  async function newMember(name: string, admin = false): Promise<ProxyCalls> {
    const token = await operations.addMember({ name, budget: 1_000_000, monthly: true, admin })
    return callProxy((path, init) => fetch(proxy.url + path, init), token)
  }

  async function usageBy(calls: ProxyCalls, by: UsageBy): Promise<UsageReport> {
    return routes.getUsage.answer.parse(await (await calls.raw(`/v1/usage?by=${by}`)).json())
  }

  test('members see their own days, admins what everyone spent and nobody’s jobs', async () => {
    const [anna, bob, lead] = [await newMember('anna'), await newMember('bob'), await newMember('lead', true)]
    const jobs = [await anna.submit(body), await bob.submit(body), await bob.submit(body)]
    for (const index of jobs.keys()) await (await engine.call(index)).answer()
    const ended = await Promise.all(jobs.map(({ value }, i) => (i === 0 ? anna : bob).ended(value.id)))
    const [ofAnna = 0, ...ofBob] = ended.map(({ price }) => price.charged ?? 0)
    const settled = ofBob.reduce((sum, charged) => sum + charged, 0)
    const key = ended[0]?.createdAt.slice(0, 10)

    expect(await usageBy(anna, 'day')).toMatchObject({
      jobs: 1,
      rows: [{ key, settled: ofAnna, reserved: 0, jobs: 1 }],
    })
    expect(await usageBy(bob, 'day')).toMatchObject({ jobs: 2, rows: [{ key, settled, reserved: 0, jobs: 2 }] })
    const all = await usageBy(lead, 'day')
    expect(all).toMatchObject({ jobs: 0, rows: [{ key, settled: ofAnna + settled, reserved: 0, jobs: 3 }] })
    expect((await usageBy(lead, 'member')).rows).toEqual([
      { key: 'anna', settled: ofAnna, reserved: 0, jobs: 1 },
      { key: 'bob', settled, reserved: 0, jobs: 2 },
    ])
    expect(await anna.refused('/v1/usage?by=member')).toMatchObject({ status: 403, value: { code: 'admin_only' } })
    expect((await anna.usage()).value.rows).toEqual([])

    const [job] = ended
    expect(await lead.refused(`/v1/jobs/${job?.id}`)).toMatchObject({ status: 404 })
    expect(await lead.refused(`/v1/images/${job?.results[0]?.image.id}`)).toMatchObject({ status: 404 })
    expect((await lead.jobs()).value.jobs).toEqual([])
  })

  test('a team that bills in credits sees what was used this month, not what cost nothing', async () => {
    const calls = await newMember('cleo')
    const used = async () => (await calls.session()).value.credits?.used
    expect((await calls.session()).value.credits).toBeNull()
    await operations.setTeam({ credits: DEFAULT_CREDITS })
    expect((await calls.session()).value.credits).toEqual({ table: DEFAULT_CREDITS, used: 0 })
    const before = engine.calls.length
    const { status, value } = await calls.refused(`/v1/jobs/${randomUUID()}`, {
      method: 'PUT',
      body: JSON.stringify(body),
    })
    expect([status, value.code, value.details?.['price']]).toEqual([409, 'price_changed', '6 credits'])
    const first = (await calls.submit(sampleSubmit(sampleBrief(), undefined, 6))).value
    const call = await engine.call(before)
    const second = (await calls.submit(sampleSubmit(withCount(3), undefined, 18))).value
    expect([first.credits, second.credits]).toEqual([6, 18])
    expect(await used()).toBe(24)
    await calls.cancel(second.id)
    expect(await used()).toBe(6)
    await call.answer()
    expect((await calls.ended(first.id)).state).toBe('done')
    expect(await used()).toBe(6)
  })
})

function withCount(count: number): Brief {
  const brief = sampleBrief()
  return { ...brief, render: { ...brief.render, count } }
}
