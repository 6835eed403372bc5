import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { AppError } from '#domain/app-error.ts'
import { addMember } from '#proxy/members/add-member.ts'
import { startProxy } from '#proxy/start-proxy.ts'
import { callProxy, sampleSubmit } from '#support/call-proxy.ts'
import { databases, type TestDatabase } from '#support/databases.ts'
import { createHandEngine } from '#support/hand-engine.ts'
import { sampleBrief } from '#support/sample-brief.ts'
import { testConfig } from '#support/start-test-proxy.ts'

describe.each(databases)('the numbers for Prometheus on $name', ({ create }) => {
  const engine = createHandEngine({ simulated: false })
  let database: TestDatabase
  let proxy: Awaited<ReturnType<typeof startProxy>>
  const tokens: Record<'admin' | 'designer', string> = { admin: '', designer: '' }

  beforeAll(async () => {
    database = await create()
    const db = await database.open()
    const member = { budget: 25_000_000, monthly: false }
    const now = new Date().toISOString()
    tokens.admin = await addMember(db, { ...member, name: 'zanzibar-admin', admin: true }, now)
    tokens.designer = await addMember(db, { ...member, name: 'zanzibar-designer', admin: false }, now)
    await db.destroy()
    proxy = await startProxy(testConfig(database.config.dataDir, { ...database.config, stopWaitMs: 0 }), { engine })
  })
  afterAll(async () => {
    await proxy.close()
    await database.drop()
  })

  const callsOf = (token: string) => callProxy((path, init) => fetch(proxy.url + path, init), token)
  async function read(): Promise<Map<string, number>> {
    const response = await callsOf(tokens.admin).raw('/metrics')
    expect(response.headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/)
    const lines = (await response.text()).split('\n').filter((line) => line !== '' && !line.startsWith('#'))
    return new Map(
      lines.map((line) => [line.slice(0, line.lastIndexOf(' ')), Number(line.slice(line.lastIndexOf(' ')))]),
    )
  }

  test('only admins may read them', async () => {
    const refused = await callsOf(tokens.designer).refused('/metrics')
    expect(refused).toMatchObject({ status: 403, value: { code: 'admin_only' } })
    expect((await fetch(`${proxy.url}/metrics`)).status).toBe(401)
  })

  test('they tell what happened, and no names, ids or prompts', async () => {
    const calls = callsOf(tokens.designer)
    const brief = sampleBrief({ idea: 'A zanzibar lamp', render: { stage: 'review', count: 2 } })
    const submitted = (await calls.submit(sampleSubmit(brief))).value
    const waiting = await engine.call(0)
    const { reserved } = submitted.price
    const before = await read()
    expect(before.get('framewright_jobs{state="running"}')).toBe(1)
    expect(before.get('framewright_reserved_microdollars')).toBe(reserved)
    expect(before.get('framewright_settled_microdollars_total')).toBe(0)
    await waiting.answer()
    const done = await calls.ended(submitted.id)
    const failing = (await calls.submit(sampleSubmit(brief))).value
    ;(await engine.call(1)).fail(new AppError('moderation_blocked'))
    await calls.ended(failing.id)
    await calls.refused('/v1/jobs/none')

    const found = await read()
    const expected = {
      'framewright_jobs{state="queued"}': 0,
      'framewright_jobs{state="done"}': 1,
      'framewright_jobs{state="failed"}': 1,
      framewright_queue_oldest_seconds: 0,
      framewright_images_delivered_total: 2,
      framewright_settled_microdollars_total: done.price.charged,
      framewright_reserved_microdollars: reserved,
      framewright_settlements_differing_total: 1,
      'framewright_upstream_seconds_count{model="gpt-image-2",quality="medium"}': 1,
      'framewright_refusals_total{where="job",code="moderation_blocked"}': 1,
      'framewright_refusals_total{where="request",code="job_missing"}': 1,
    }
    expect(Object.fromEntries(Object.keys(expected).map((name) => [name, found.get(name)]))).toEqual(expected)
    expect(found.get('process_resident_memory_bytes')).toBeGreaterThan(0)
    expect(found.get('framewright_stored_bytes')).toBeGreaterThan(0)
    for (const secret of ['zanzibar', done.id, tokens.admin, done.results[0]?.image.id ?? done.id])
      expect([...found.keys()].join()).not.toContain(secret)
  })
})
