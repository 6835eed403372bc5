import { describe, expect, test } from 'vitest'
import { makeFailure } from '#domain/failure.ts'
import { findModel } from '#domain/models.ts'
import { planJob } from '#domain/plan-job.ts'
import { planSize } from '#domain/size.ts'
import { sampleBrief } from '#support/sample-brief.ts'
import { sampleJob, sampleResult } from '#support/sample-job.ts'
import { announcement } from '#ui/state/announcement.ts'
import { ratioLabel, sizeLabel } from '#ui/state/brief/frame-label.ts'
import { frameWarning, planSentence, planWarning } from '#ui/state/brief/plan-sentence.ts'
import { resolutionOptions, resolutionValue } from '#ui/state/brief/resolution-options.ts'
import { frameOf, offeredReferences, targetOf } from '#ui/state/brief/target.ts'
import { connectionSentence } from '#ui/state/connection-sentence.ts'
import { priceLabel } from '#ui/state/money/price-label.ts'
import { nextStep } from '#ui/state/next-step.ts'
import { reduce } from '#ui/state/reduce.ts'
import { chosenIndex } from '#ui/state/results/chosen-index.ts'
import { placingAnnouncement } from '#ui/state/results/placing-announcement.ts'
import { sampleNode, samplePicture, selectionOf } from './sample-node.ts'
import { sampleSession } from './sample-session.ts'
import { readyState } from './state-after.ts'

const model = findModel('gpt-image-2')
const draft = (width: number, height: number) =>
  planSize({ frame: { width, height }, target: { kind: 'scale', scale: 1 }, model, stage: 'draft' })

describe('labels', () => {
  test.each([
    [1440, 900, '8:5'],
    [1920, 1080, '16:9'],
    [1080, 1080, '1:1'],
    [390, 844, '1:2.16'],
    [1439.6, 899.7, '8:5'],
    [3000, 100, '30:1'],
    [5000, 3, '1666.67:1'],
  ])('%s by %s is %s', (width, height, label) => {
    expect(ratioLabel({ width, height })).toBe(label)
  })

  test('sizes have at most two decimals', () => {
    expect(sizeLabel({ width: 1440, height: 900 })).toBe('1440 × 900')
    expect(sizeLabel({ width: 10.005, height: 33.333_33 })).toBe('10.01 × 33.33')
  })

  test('a price that is an upper bound says so', () => {
    const job = planJob(sampleBrief(), { width: 1440, height: 900, name: '' }, model)
    const said = (exact: boolean) => priceLabel(readyState(), { ...job, price: { ...job.price, total: 80_000, exact } })
    expect(said(true)).toEqual({ label: '$0.08', dollars: null, credits: null })
    expect(said(false)).toEqual({ label: 'at most $0.08', dollars: null, credits: null })
  })

  test('what will be made is a sentence', () => {
    expect(planSentence(draft(1024, 1024))).toMatch(/^\d+ × \d+, no cropping, (no upscaling|enlarged [\d.]+×)$/)
    expect(planSentence({ ...draft(1440, 900), cropLoss: 0.013, upscale: 1 })).toContain('cropped 1.3 %, no upscaling')
    expect(planSentence({ ...draft(1440, 900), upscale: 1.25 })).toContain('enlarged 1.25×')
  })

  test('only frames the model cannot draw as they are come with a warning', () => {
    expect(planWarning(draft(1440, 900))).toBeNull()
    expect(frameWarning(draft(4000, 500))).toContain('strip')
    expect(planWarning(draft(9000, 9000))).toContain('enlarged')
  })

  test('a connection is told plainly', () => {
    const session = sampleSession(12_500_000)
    expect(connectionSentence({ session })).toBe('Connected as local · offline engine · $12.50 left')
    const real = { ...session, engine: { name: 'openai', simulated: false } }
    expect(connectionSentence({ session: real })).toContain('openai engine')
    expect(connectionSentence({ session: null })).toBe('Not connected yet.')
  })
})

describe('the target', () => {
  const big = sampleNode({ id: 'big', width: 2000, height: 2000 })
  const small = sampleNode({ id: 'small', width: 100, height: 100 })
  const photo = samplePicture({ id: 'photo', width: 5000, height: 5000 })
  const of = (nodes: Parameters<typeof selectionOf>, pinned = null as typeof big | null) => ({
    selection: selectionOf(...nodes),
    pinned,
  })

  test.each([
    ['nothing selected', of([]), null, []],
    ['one frame', of([small]), 'small', []],
    ['the largest of several frames', of([small, big]), 'big', ['small']],
    ['a frame before a larger picture', of([photo, small]), 'small', ['photo']],
    ['a picture when there is no frame', of([photo]), 'photo', ['photo']],
    ['the held frame, whatever is selected', of([photo], big), 'big', ['photo']],
    ['the held frame when nothing is selected', of([], big), 'big', []],
  ])('%s', (_, state, target, offered) => {
    expect(targetOf(state)?.id ?? null).toBe(target)
    expect(offeredReferences({ ...readyState(), ...state }).map((node) => node.id)).toEqual(offered)
  })

  test('becomes a frame the proxy takes', () => {
    expect(frameOf(sampleNode({ name: 'x'.repeat(600) }))).toEqual({
      width: 1440,
      height: 900,
      name: 'x'.repeat(500),
      nodeId: '1:2',
    })
  })
})

describe('resolutions', () => {
  const values = (size: { width: number; height: number } | null, chosen = 1 as 1 | 2 | 3) =>
    resolutionOptions(size && { ...size, name: '' }, model, 'final', { kind: 'scale', scale: chosen }).map(
      (row) => row.value,
    )

  test('only multiples the model can draw are offered', () => {
    expect(values({ width: 800, height: 600 })).toEqual(['1x', '2x', '3x', '1K', '2K', '4K'])
    expect(values({ width: 3000, height: 2000 })).toEqual(['1x', '1K', '2K', '4K'])
  })

  test('the chosen one stays, and a frame that makes no sense offers the rest', () => {
    expect(values({ width: 3000, height: 2000 }, 2)).toEqual(['1x', '2x', '1K', '2K', '4K'])
    expect(values({ width: 0, height: 0 })).toEqual(['1x', '1K', '2K', '4K'])
    expect(values(null)).toEqual(['1x', '1K', '2K', '4K'])
  })

  test('a target has the value of its option', () => {
    expect(resolutionValue({ kind: 'tier', tier: '2K' })).toBe('2K')
    expect(resolutionValue({ kind: 'scale', scale: 3 })).toBe('3x')
  })
})

describe('results', () => {
  const two = sampleJob({ state: 'done', results: [sampleResult('a'), sampleResult('b')] })

  test('a single picture is chosen by itself, one of several by the designer', () => {
    expect(chosenIndex({ chosen: null }, sampleJob({ results: [sampleResult('a')] }))).toBe(0)
    expect(chosenIndex({ chosen: null }, two)).toBeNull()
    expect(chosenIndex({ chosen: { jobId: two.id, index: 1 } }, two)).toBe(1)
    expect(chosenIndex({ chosen: { jobId: two.id, index: 9 } }, two)).toBeNull()
    expect(chosenIndex({ chosen: { jobId: 'another', index: 1 } }, two)).toBeNull()
  })
})

describe('what is said aloud', () => {
  test('follows the newest job, then the placing', () => {
    expect(announcement(readyState())).toBe('')
    const running = sampleJob({ partials: [sampleResult('a').image] })
    expect(announcement(readyState({ type: 'jobChanged', job: running }))).toBe('Hero: Making the picture, preview 1')
    const failure = makeFailure('moderation_blocked')
    const failed = sampleJob({ state: 'failed', failure })
    expect(announcement(readyState({ type: 'jobChanged', job: failed }))).toBe(`Hero: ${failure.message}`)
  })

  test('a job is heard also after a placing, a placing once it has ended and until the next order', () => {
    const job = sampleJob()
    const pick = { jobId: job.id, index: 0 }
    const placed = readyState(
      { type: 'jobChanged', job },
      { type: 'resultPlaced', pick, said: 'Placed.', nodeId: '1:2' },
    )
    expect([announcement(placed), placingAnnouncement(placed)]).toEqual(['Hero: Making the picture', 'Placed.'])
    const done = reduce(placed, { type: 'jobChanged', job: { ...job, state: 'done' } })
    expect(announcement(done)).toBe('Hero: Done')
    const failure = makeFailure('node_removed')
    const misplaced = reduce(done, { type: 'placingFailed', pick, failure })
    expect(placingAnnouncement(misplaced)).toBe(failure.message)
    const order = {
      frame: { width: 10, height: 10, name: 'Card' },
      brief: job.brief,
      agreedPrice: 1,
      agreedCredits: null,
    }
    const ordered = reduce(misplaced, { type: 'jobOrdered', id: 'job-0000000000000009', order })
    expect([announcement(ordered), placingAnnouncement(ordered)]).toEqual(['Card: Sending to the proxy', ''])
  })
})

test.each([
  ['token_wrong', 'openSettings'],
  ['proxy_unreachable', 'tryAgain'],
  ['upstream_failed', 'tryAgain'],
  ['price_changed', 'backToBrief'],
  ['over_team_budget', 'backToBrief'],
  ['over_job_limit', 'backToBrief'],
  ['too_many_requests', 'tryAgain'],
  ['storage_limit', null],
  ['moderation_blocked', 'backToBrief'],
  ['node_inside_instance', null],
] as const)('after %s comes %s', (code, step) => {
  expect(nextStep(makeFailure(code))).toBe(step)
})
