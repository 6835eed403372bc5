import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { AppError } from '#domain/app-error.ts'
import { addMember } from '#support/add-member.ts'
import { callProxy, type ProxyCalls, sampleSubmit } from '#support/call-proxy.ts'
import { databases, type TestDatabase } from '#support/databases.ts'
import { createHandEngine, type HandEngine } from '#support/hand-engine.ts'
import { sampleBrief } from '#support/sample-brief.ts'
import { samplePng } from '#support/sample-images.ts'
import { startTestProxy, type TestProxy } from '#support/start-test-proxy.ts'

describe.each(databases)('marks on $name', ({ create }) => {
  let database: TestDatabase
  let engine: HandEngine
  let proxy: TestProxy
  let calls: ProxyCalls

  beforeEach(async () => {
    database = await create()
    engine = createHandEngine()
    proxy = await startTestProxy({ ...database.config, parts: { engine }, stopWaitMs: 0 })
    calls = callProxy((path, init) => fetch(proxy.url + path, init), proxy.token)
  })
  afterEach(async () => {
    await proxy.close()
    await database.drop()
  })

  const patch = (id: string, mark: object) =>
    calls.refused(`/v1/jobs/${id}`, { method: 'PATCH', body: JSON.stringify(mark) })
  const inbox = async () => (await calls.jobs('?inbox=true')).value.jobs.map((job) => job.id)
  const submitted = async (count = 1) => (await calls.submit(sampleSubmit(sampleBrief({ render: { count } })))).value

  test('what was placed is noted once, also when two are noted at the same time', async () => {
    const { id, plan } = await submitted(2)
    const { width, height } = plan.size
    const images = [await samplePng(width, height), await samplePng(height, width)]
    await (await engine.call(0)).answer({ images })
    const results = (await calls.ended(id)).results.map(({ image }) => image.id)
    expect(new Set(results).size).toBe(2)
    expect(await inbox()).toEqual([id])
    await Promise.all([...results, ...results].map((placed) => calls.mark(id, { placed })))
    expect((await calls.job(id)).value.placed.toSorted()).toEqual(results.toSorted())
    expect(await inbox()).toEqual([])
  })

  test('a job is put away and taken out again', async () => {
    const { id } = await submitted()
    await (await engine.call(0)).answer()
    const done = await calls.ended(id)
    expect((await calls.mark(id, { dismissed: true })).value).toEqual({ ...done, dismissed: true })
    expect((await calls.mark(id, { dismissed: true })).value.dismissed).toBe(true)
    expect(await inbox()).toEqual([])
    expect((await calls.mark(id, { dismissed: false })).value).toEqual(done)
    expect(await inbox()).toEqual([id])
  })

  test('a mark that means nothing is refused', async () => {
    const { id } = await submitted()
    const refused = { status: 400, value: { code: 'request_invalid' } }
    expect(await patch(id, { placed: 'a'.repeat(64) })).toMatchObject(refused)
    expect(await patch(id, {})).toMatchObject(refused)
    expect(await patch(id, { dismissed: true, state: 'done' })).toMatchObject(refused)
    const stranger = await addMember(database.config, 'stranger', 1)
    const strange = callProxy((path, init) => fetch(proxy.url + path, init), stranger)
    await expect(strange.mark(id, { dismissed: true })).rejects.toThrow('job_missing')
    expect((await calls.job(id)).value).toMatchObject({ placed: [], dismissed: false })
  })

  test('the inbox holds what is unfinished, failed, or done and not placed', async () => {
    const done = await submitted()
    await (await engine.call(0)).answer()
    await calls.ended(done.id)
    const failed = await submitted()
    ;(await engine.call(1)).fail(new AppError('upstream_quota'))
    await calls.ended(failed.id)
    const running = await submitted()
    await engine.call(2)
    expect(await inbox()).toEqual([running.id, failed.id, done.id])
    expect((await calls.jobs('?inbox=true&limit=1')).value.jobs).toHaveLength(1)
    expect((await calls.jobs('?inbox=true&state=failed')).value.jobs.map((job) => job.id)).toEqual([failed.id])
  })
})
