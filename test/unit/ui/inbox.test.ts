import { describe, expect, test } from 'vitest'
import type { JobMark } from '#contract/settings.ts'
import { makeFailure } from '#domain/failure.ts'
import type { Job } from '#domain/job.ts'
import { sampleBrief } from '#support/sample-brief.ts'
import { sampleJob, sampleResult } from '#support/sample-job.ts'
import { draftOf } from '#ui/state/brief/draft-of.ts'
import { foundAnnouncement } from '#ui/state/jobs/found-announcement.ts'
import { wantsSomething } from '#ui/state/jobs/wants-something.ts'
import { reduce } from '#ui/state/reduce.ts'
import type { UiState } from '#ui/state/ui-state.ts'
import { opened, readyState, stateAfter } from './state-after.ts'

const idOf = (number: number): string => `job-${String(number).padStart(16, '0')}`
/** Done and never placed unless told; the higher the number, the older. */
const jobOf = (number: number, change: Partial<Job> = {}): Job =>
  sampleJob({
    id: idOf(number),
    state: 'done',
    results: [sampleResult('a')],
    createdAt: new Date(Date.UTC(2026, 10, 21) - number * 60_000).toISOString(),
    ...change,
  })
const found = (...jobs: Job[]): UiState => readyState({ type: 'jobsFound', jobs, olderThan: null })
const ids = (state: UiState, earlier: boolean) =>
  state.jobs.filter((entry) => entry.earlier === earlier).map(({ id }) => id)
const placed = { placed: ['a'.repeat(64)] }

test.each<[string, Partial<Job>, boolean]>([
  ['a running job', { state: 'running' }, true],
  ['a queued one', { state: 'queued' }, true],
  ['one with nothing placed', {}, true],
  ['one with a picture placed', placed, false],
  ['one that failed', { state: 'failed', results: [], failure: makeFailure('interrupted') }, true],
  ['one that was cancelled', { state: 'cancelled', results: [] }, false],
  ['one put away', { dismissed: true }, false],
])('%s wants something: %s', (_, change, wants) => {
  expect(wantsSomething({ job: jobOf(1, change) })).toBe(wants)
})

describe('what the proxy lists', () => {
  test('goes to the inbox or to what was earlier; what was put away is left out', () => {
    const state = found(jobOf(1), jobOf(2, placed), jobOf(3, { dismissed: true }), jobOf(4, { state: 'running' }))
    expect(ids(state, false)).toEqual([idOf(1), idOf(4)])
    expect(ids(state, true)).toEqual([idOf(2)])
    expect(state.found).toBe(2)
    expect(foundAnnouncement(state)).toBe('2 jobs wait in Results.')
    expect(foundAnnouncement(found(jobOf(2, placed)))).toBe('')
  })

  test('is shown whole when it is little; of much only what is under way', () => {
    const open = (state: UiState) => state.jobs.filter((entry) => entry.open).map(({ id }) => id)
    expect(open(found(jobOf(1), jobOf(2), jobOf(3), jobOf(4, placed)))).toEqual([1, 2, 3].map(idOf))
    const many = found(jobOf(1), jobOf(2), jobOf(3), jobOf(4, { state: 'running' }), jobOf(5))
    expect(open(many)).toEqual([idOf(4)])
    expect(open(reduce(many, { type: 'jobFolded', id: idOf(1), open: true }))).toEqual([idOf(1), idOf(4)])
    const again = reduce(many, { type: 'jobsFound', jobs: [jobOf(4), jobOf(6)], olderThan: null })
    expect(open(again)).toEqual([idOf(4)])
  })
})

describe('nothing moves while it is looked at', () => {
  const results = found(jobOf(1), jobOf(2))
  const marked = reduce(results, { type: 'jobMarked', mark: { owner: null, jobId: idOf(1), placed: 'a'.repeat(64) } })
  const putAway = reduce(marked, { type: 'jobMarked', mark: { owner: null, jobId: idOf(2), dismissed: true } })

  test('what was placed or put away stays where it is until the list is opened anew', () => {
    expect(ids(putAway, false)).toEqual([idOf(1), idOf(2)])
    const anew = reduce(putAway, { type: 'screenChosen', screen: 'results' })
    expect(ids(anew, false)).toEqual([])
    expect(ids(anew, true)).toEqual([idOf(1)])
    expect(anew.jobs[0]?.open).toBe(false)
  })

  test('a new order puts the list in order too, unless the list is on the screen', () => {
    const order = {
      frame: { width: 10, height: 10, name: '' },
      brief: sampleBrief(),
      agreedPrice: 1,
      agreedCredits: null,
    }
    const ordered = { type: 'jobOrdered', id: idOf(0), order } as const
    expect(ids(reduce(putAway, ordered), false)).toEqual([idOf(0)])
    const looking = reduce({ ...putAway, screen: 'results' }, ordered)
    expect(ids(looking, false)).toEqual([idOf(0), idOf(1), idOf(2)])
  })
})

describe('marks', () => {
  const away: JobMark = { owner: null, jobId: idOf(1), dismissed: true }

  test('wait in the draft until the proxy has them, and hold for what it lists meanwhile', () => {
    const state = reduce(found(jobOf(1)), { type: 'jobMarked', mark: away })
    expect(draftOf(state).marks).toEqual([away])
    const reopened = stateAfter(
      { ...opened, draft: draftOf(state) },
      { type: 'jobsFound', jobs: [jobOf(1), jobOf(2)], olderThan: null },
    )
    expect(ids(reopened, false)).toEqual([idOf(2)])
    expect(reduce(reopened, { type: 'markSettled', mark: away }).marks).toEqual([])
  })

  test('a later word on the same job takes the place of the one before', () => {
    const back: JobMark = { owner: null, jobId: idOf(1), dismissed: false }
    const state = stateAfter(opened, { type: 'jobMarked', mark: away }, { type: 'jobMarked', mark: back })
    expect(state.marks).toEqual([back])
    expect(reduce(state, { type: 'markSettled', mark: away }).marks).toEqual([back])
  })

  test('the same picture placed twice is placed once', () => {
    const mark: JobMark = { owner: null, jobId: idOf(1), placed: 'a'.repeat(64) }
    const state = reduce(reduce(found(jobOf(1)), { type: 'jobMarked', mark }), { type: 'jobMarked', mark })
    expect(state.jobs[0]?.job?.placed).toEqual(['a'.repeat(64)])
  })
})
