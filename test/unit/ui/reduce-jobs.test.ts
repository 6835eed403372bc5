import { describe, expect, test } from 'vitest'
import { makeFailure } from '#domain/failure.ts'
import type { JobState } from '#domain/job.ts'
import { sampleBrief } from '#support/sample-brief.ts'
import { sampleJob } from '#support/sample-job.ts'
import { announcement } from '#ui/state/announcement.ts'
import { reduce } from '#ui/state/reduce.ts'
import type { UiEvent } from '#ui/state/ui-event.ts'
import { readyState } from './state-after.ts'

const failure = makeFailure('proxy_unreachable', { address: 'http://x' })
const order = {
  frame: { width: 1440, height: 900, name: 'Hero' },
  brief: sampleBrief(),
  agreedPrice: 3_600,
  agreedCredits: null,
}
const job = sampleJob()

describe('jobs', () => {
  const ordered: UiEvent = { type: 'jobOrdered', id: job.id, order }

  test('an order shows the results at once, newest first', () => {
    const state = readyState({ type: 'jobChanged', job: sampleJob({ id: 'job-older-0000000000' }) }, ordered)
    expect(state.screen).toBe('results')
    expect(state.jobs.map((entry) => entry.id)).toEqual([job.id, 'job-older-0000000000'])
  })

  test('an accepted order becomes its job', () => {
    const state = readyState(ordered, { type: 'jobChanged', job })
    expect(state.jobs).toHaveLength(1)
    expect(state.jobs[0]).toMatchObject({ order, job, failure: null })
  })

  test('found jobs are sorted by age and never doubled', () => {
    const older = sampleJob({ id: 'job-older-0000000000', createdAt: '2026-11-20T10:00:00.000Z' })
    const state = readyState(
      { type: 'jobsFound', jobs: [older], olderThan: null },
      { type: 'jobsFound', jobs: [job, older], olderThan: null },
    )
    expect(state.jobs.map((entry) => entry.id)).toEqual([job.id, older.id])
  })

  test('a lost job keeps what is known, and hearing of it again clears the failure', () => {
    const lost = readyState({ type: 'jobChanged', job }, { type: 'jobLost', id: job.id, failure })
    expect(lost.jobs[0]).toMatchObject({ job, failure })
    expect(reduce(lost, { type: 'jobChanged', job }).jobs[0]?.failure).toBeNull()
    expect(reduce(lost, { type: 'jobRetried', id: job.id }).jobs[0]?.failure).toBeNull()
    expect(reduce(lost, { type: 'jobDropped', id: job.id }).jobs).toEqual([])
  })

  test('a job that ended stays so, whatever an older answer says; an interrupted one can still be done', () => {
    const told = (first: JobState, then: JobState) =>
      readyState(
        { type: 'jobChanged', job: sampleJob({ state: first }) },
        { type: 'jobChanged', job: sampleJob({ state: then }) },
      ).jobs[0]?.job?.state
    expect(told('done', 'running')).toBe('done')
    expect(told('cancelled', 'queued')).toBe('cancelled')
    expect(told('done', 'failed')).toBe('done')
    expect(told('failed', 'done')).toBe('done')
    expect(told('running', 'queued')).toBe('queued')
    const done = readyState({ type: 'jobChanged', job: sampleJob({ state: 'done' }) })
    expect(reduce(done, { type: 'cancelAnswered', job, said: 'Too late.' }).jobs[0]?.job?.state).toBe('done')
  })

  test('an answer to cancelling keeps what was decided meanwhile', () => {
    const mark = { owner: null, jobId: job.id, dismissed: true }
    const marked = readyState({ type: 'jobChanged', job }, { type: 'jobMarked', mark })
    expect(reduce(marked, { type: 'cancelAnswered', job, said: '' }).jobs[0]?.job?.dismissed).toBe(true)
  })

  test('a failed job that is ordered again offers that only once', () => {
    const id = 'job-again-0000000000'
    const again: UiEvent = { type: 'jobOrdered', id, order, again: job.id }
    const state = readyState({ type: 'jobChanged', job: sampleJob({ state: 'failed' }) }, again)
    expect(state.jobs.map((entry) => [entry.id, entry.triedAgain])).toEqual([
      [id, false],
      [job.id, true],
    ])
  })

  test('a screen reader is told of the job that changed last', () => {
    const older = sampleJob({ id: 'job-older-0000000000', createdAt: '2026-11-20T10:00:00.000Z' })
    const found = readyState({ type: 'jobsFound', jobs: [job, older], olderThan: null })
    expect(announcement(found)).toBe('Hero: Making the picture')
    expect(announcement(reduce(found, { type: 'jobChanged', job: { ...older, state: 'done' } }))).toBe('Hero: Done')
  })

  test('older jobs come folded under those that are known', () => {
    const older = sampleJob({ id: 'job-older-0000000000', createdAt: '2026-11-20T10:00:00.000Z', state: 'cancelled' })
    const found = readyState({ type: 'jobsFound', jobs: [job], olderThan: job.id })
    const more = reduce(found, { type: 'olderFound', jobs: [job, older], olderThan: null })
    expect(more.jobs.map((entry) => [entry.id, entry.open, entry.earlier])).toEqual([
      [job.id, true, false],
      [older.id, false, true],
    ])
    expect([found.olderThan, more.olderThan]).toEqual([job.id, null])
  })

  test('cancelling ends with a sentence or with a failure', () => {
    const cancelling = readyState({ type: 'jobChanged', job }, { type: 'cancelStarted', id: job.id })
    expect(cancelling.jobs[0]?.cancelling).toBe(true)
    const answered = reduce(cancelling, { type: 'cancelAnswered', job, said: 'Too late.' })
    expect(answered.jobs[0]).toMatchObject({ cancelling: false, said: 'Too late.' })
    const failed = reduce(cancelling, { type: 'cancelFailed', id: job.id, failure })
    expect(failed.jobs[0]?.cancelling).toBe(false)
    expect(failed.failure).toEqual(failure)
  })
})
