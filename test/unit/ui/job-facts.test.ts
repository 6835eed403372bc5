import { describe, expect, test } from 'vitest'
import { makeFailure } from '#domain/failure.ts'
import { sampleBrief } from '#support/sample-brief.ts'
import { sampleJob, sampleResult } from '#support/sample-job.ts'
import { jobFacts } from '#ui/state/jobs/job-facts.ts'
import { rowFacts } from '#ui/state/jobs/row-facts.ts'
import { readyState } from './state-after.ts'

describe('a job’s card', () => {
  const state = readyState()
  const entry = (change: Parameters<typeof sampleJob>[0]) => ({
    id: 'job-0000000000000001',
    order: null,
    unchecked: null,
    job: sampleJob(change),
    failure: null,
    cancelling: false,
    said: null,
    triedAgain: false,
    open: true,
    earlier: false,
  })
  const price = { reserved: 3_600, charged: null, exact: true }
  const real = { name: 'openai', simulated: false }
  const waiting = { until: '2026-11-21T10:00:30.000Z', failure: makeFailure('upstream_rate_limited') }

  test.each([
    [{ state: 'queued' as const, position: 0 }, 'Next in line', true],
    [{ state: 'queued' as const, position: 1 }, '1 job ahead in line', true],
    [{ state: 'queued' as const, position: 7 }, '7 jobs ahead in line', true],
    [{ state: 'queued' as const, position: 0, waiting }, 'OpenAI’s rate limit is reached.', true],
    [{ state: 'running' as const }, 'Making the picture', true],
    [{ state: 'done' as const }, 'Done', false],
    [{ state: 'failed' as const }, 'Failed', false],
    [{ state: 'cancelled' as const }, 'Cancelled', false],
  ])('%o reads %s', (change, status, active) => {
    expect(jobFacts(state, entry(change))).toMatchObject({ status, active, title: 'Hero' })
  })

  test.each([
    [{ price }, '$0.0036 simulated'],
    [{ price, engine: real }, '$0.0036 reserved'],
    [{ price: { ...price, charged: 3_500 }, state: 'done' as const, engine: real }, '$0.0035'],
    [{ price: { ...price, charged: 3_500 }, state: 'done' as const }, '$0.0035 simulated'],
    [{ price, state: 'cancelled' as const }, 'Nothing charged'],
    [{ price, state: 'failed' as const, mayHaveBeenCharged: true, engine: real }, '$0.0036, perhaps charged'],
  ])('the price of %o reads %s', (change, said) => {
    expect(jobFacts(state, entry(change)).price?.label).toBe(said)
  })

  test('a job that waits says until when, unless the proxy is away', () => {
    const job = { state: 'queued' as const, position: 0, waiting }
    expect(jobFacts(state, entry(job)).nextTry).toBe(waiting.until)
    expect(jobFacts(state, entry({ ...job, waiting: null })).nextTry).toBeNull()
    const failure = makeFailure('proxy_unreachable', { address: 'http://localhost:8787' })
    expect(jobFacts(readyState({ type: 'connectionFailed', failure }), entry(job)).nextTry).toBeNull()
  })

  test('a team’s credits come before the dollars', () => {
    const facts = (change: Parameters<typeof sampleJob>[0]) => jobFacts(state, entry({ credits: 6, price, ...change }))
    expect(facts({ engine: real }).price).toEqual({ label: '6 credits reserved', dollars: '$0.0036 reserved' })
    expect(facts({ credits: 1, engine: real, state: 'failed', mayHaveBeenCharged: true }).price?.label).toBe(
      '1 credit, perhaps charged',
    )
    expect(facts({ state: 'cancelled' }).price).toEqual({ label: 'Nothing charged', dollars: null })
  })

  test.each([
    [{ state: 'done' as const, results: [sampleResult('a')] }, '1 picture'],
    [{ state: 'done' as const, results: [sampleResult('a'), sampleResult('b')] }, '2 pictures'],
    [{ state: 'done' as const, results: [sampleResult('a')], placed: ['a'.repeat(64)] }, 'Placed'],
    [
      { state: 'done' as const, results: [sampleResult('a')], clearedAt: '2026-11-20T10:00:00.000Z' },
      'Pictures cleared',
    ],
    [{ state: 'failed' as const }, 'Failed'],
    [{ state: 'queued' as const, position: 0 }, 'Next in line'],
  ])('folded, %o reads %s', (change, standing) => {
    const folded = entry(change)
    const facts = rowFacts(jobFacts(state, folded), folded, new Date('2026-11-21T10:05:00.000Z'))
    expect(facts).toEqual({
      title: 'A matte black desk lamp on walnut',
      subject: 'Hero · 1440 × 900',
      when: '5 min ago',
      standing,
    })
  })

  test('the usual time is that of the model and the quality', () => {
    expect(jobFacts(state, entry({})).typicalSeconds).toBe(12)
    const final = sampleBrief({ render: { stage: 'final' } })
    expect(jobFacts(state, entry({ brief: final })).typicalSeconds).toBeNull()
    const finer = sampleBrief({ render: { quality: 'high' } })
    expect(jobFacts(state, entry({ brief: finer })).typicalSeconds).toBeNull()
    expect(jobFacts(state, entry({})).subtitle).toBe('1440 × 900 · Draft · GPT Image 2')
  })

  test('an order that was not accepted yet is on its way', () => {
    const order = {
      frame: { width: 10, height: 10, name: 'Card' },
      brief: sampleBrief(),
      agreedPrice: 1,
      agreedCredits: null,
    }
    const facts = jobFacts(state, { ...entry({}), job: null, order })
    expect(facts).toMatchObject({ title: 'Card', status: 'Sending to the proxy', active: true, price: null })
  })
})
