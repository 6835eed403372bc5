import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { CONTRACT_VERSION, type SubmitBatch, type SubmitJob } from '#contract/http-wire.ts'
import { addMember } from '#support/add-member.ts'
import { callProxy, type ProxyCalls, sampleSubmit } from '#support/call-proxy.ts'
import { databases, type TestDatabase } from '#support/databases.ts'
import { createHandEngine, type HandEngine } from '#support/hand-engine.ts'
import { sampleBrief } from '#support/sample-brief.ts'
import { startTestProxy, type TestProxy } from '#support/start-test-proxy.ts'

const PRICE = sampleSubmit().agreedPrice

function batchOf(...jobs: Omit<SubmitJob, 'contractVersion'>[]): SubmitBatch {
  const withIds = jobs.map(({ frame, brief, agreedPrice, agreedCredits }) => ({
    frame,
    brief,
    agreedPrice,
    agreedCredits,
    id: randomUUID(),
  }))
  return { contractVersion: CONTRACT_VERSION, jobs: withIds }
}
const ideas = (...words: string[]) => batchOf(...words.map((idea) => sampleSubmit(sampleBrief({ idea }))))
const priceOf = ({ jobs }: SubmitBatch): number => jobs.reduce((sum, job) => sum + job.agreedPrice, 0)
const put = (body: SubmitBatch) => ({ method: 'PUT', body: JSON.stringify(body) })

describe.each(databases)('batches on $name', ({ create }) => {
  let database: TestDatabase
  let engine: HandEngine
  let proxy: TestProxy
  let calls: ProxyCalls

  beforeEach(async () => {
    database = await create()
    engine = createHandEngine()
    const budget = { localBudget: 4 * PRICE }
    proxy = await startTestProxy({ ...database.config, ...budget, concurrency: 2, parts: { engine }, stopWaitMs: 0 })
    calls = callProxy((path, init) => fetch(proxy.url + path, init), proxy.token)
  })
  afterEach(async () => {
    await proxy.close()
    await database.drop()
  })

  test('jobs submitted together are stored in their order, held back at once, and all made', async () => {
    const body = ideas('one', 'two', 'three')
    const id = randomUUID()
    const { status, value } = await calls.submitBatch(body, id)
    expect(status).toBe(201)
    expect(value.jobs.map((job) => [job.id, job.batchId, job.brief.idea, job.position])).toEqual([
      [body.jobs[0]?.id, id, 'one', 0],
      [body.jobs[1]?.id, id, 'two', 1],
      [body.jobs[2]?.id, id, 'three', 2],
    ])
    expect((await calls.usage()).value.budget.reserved).toBe(priceOf(body))
    for (const index of [0, 1, 2]) await (await engine.call(index)).answer()
    for (const job of body.jobs) expect(await calls.ended(job.id)).toMatchObject({ state: 'done', batchId: id })
  })

  test('the same batch again is the same batch, also at the same time; another one under its id is refused', async () => {
    const body = ideas('one', 'two')
    const id = randomUUID()
    const both = await Promise.all([calls.submitBatch(body, id), calls.submitBatch(body, id)])
    expect(both.map((said) => said.status).toSorted()).toEqual([200, 201])
    expect(both[0].value.jobs.map((job) => job.id)).toEqual(both[1].value.jobs.map((job) => job.id))
    expect((await calls.usage()).value).toMatchObject({ jobs: 2, budget: { reserved: priceOf(body) } })
    const [job] = body.jobs
    if (!job) throw new Error('The batch is empty')
    const { id: jobId, ...alone } = job
    expect((await calls.submit({ contractVersion: CONTRACT_VERSION, ...alone }, jobId)).status).toBe(200)

    const other = await calls.refused(`/v1/batches/${id}`, put(ideas('three')))
    expect(other).toMatchObject({ status: 409, value: { code: 'batch_conflict' } })
    const stranger = await addMember(database.config, 'stranger', 10 * PRICE)
    const strange = callProxy((path, init) => fetch(proxy.url + path, init), stranger)
    expect((await strange.refused(`/v1/batches/${id}`, put(body))).value.code).toBe('batch_conflict')
  })

  const refused: [string, () => SubmitBatch, number, string][] = [
    ['a budget that is too small', () => ideas('1', '2', '3', '4', '5'), 402, 'over_budget'],
    ['one other price', () => batchOf(sampleSubmit(), { ...sampleSubmit(), agreedPrice: 1 }), 409, 'price_changed'],
    [
      'one picture that is not there',
      () =>
        batchOf(
          sampleSubmit(),
          sampleSubmit(
            sampleBrief({
              references: [{ imageId: 'a'.repeat(64), role: 'subject', width: 8, height: 8, name: 'Lamp' }],
            }),
          ),
        ),
      404,
      'image_missing',
    ],
    [
      'one id twice',
      () => {
        const body = ideas('one', 'two')
        return { ...body, jobs: body.jobs.map((job) => ({ ...job, id: 'a-job-of-this-batch' })) }
      },
      409,
      'job_conflict',
    ],
    ['no job', () => ideas(), 400, 'request_invalid'],
    ['an older contract', () => ({ ...ideas('one'), contractVersion: 1 }), 426, 'contract_mismatch'],
    [
      'one frame without a width',
      () => {
        const { jobs, ...rest } = ideas('one', 'two')
        return {
          ...rest,
          jobs: jobs.map((job, at) => (at === 1 ? { ...job, frame: { ...job.frame, width: 0 } } : job)),
        }
      },
      400,
      'frame_invalid',
    ],
  ]

  test('what is wrong with one job refuses the whole batch', async () => {
    for (const [what, body, status, code] of refused) {
      const said = await calls.refused(`/v1/batches/${randomUUID()}`, put(body()))
      expect(said, what).toMatchObject({ status, value: { code } })
    }
    expect((await calls.jobs()).value.jobs).toEqual([])
    expect((await calls.usage()).value.budget).toMatchObject({ reserved: 0, settled: 0 })
  })

  test('an id that another job has refuses the whole batch', async () => {
    const { id } = (await calls.submit(sampleSubmit())).value
    const [first, second] = ideas('one', 'two').jobs
    if (!first || !second) throw new Error('The batch is empty')
    const body = { contractVersion: CONTRACT_VERSION, jobs: [first, { ...second, id }] }
    const said = await calls.refused(`/v1/batches/${randomUUID()}`, put(body))
    expect(said).toMatchObject({ status: 409, value: { code: 'job_conflict' } })
    expect((await calls.usage()).value).toMatchObject({ jobs: 1, budget: { reserved: PRICE } })
  })
})
