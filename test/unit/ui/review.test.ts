import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { NodeSnapshot } from '#contract/plugin-wire.ts'
import type { Provenance } from '#domain/provenance.ts'
import { samplePng } from '#support/sample-images.ts'
import { sampleJob, sampleResult } from '#support/sample-job.ts'
import { startTestProxy, type TestProxy } from '#support/start-test-proxy.ts'
import { generateOffer } from '#ui/state/brief/generate-offer.ts'
import { reviewFacts } from '#ui/state/results/review-facts.ts'
import { reviewSteps, shownPick } from '#ui/state/results/review-steps.ts'
import type { Canvas } from './canvas-stand-in.ts'
import { openWindow } from './open-window.ts'
import { sampleNode } from './sample-node.ts'
import { readyState } from './state-after.ts'

const NOW = new Date('2026-11-21T10:10:00.000Z')
const provenance: Provenance = {
  version: 2,
  jobId: 'job-0000000000000001',
  imageId: 'a'.repeat(64),
  resultIndex: 1,
  model: 'gpt-image-2',
  engine: 'offline',
  simulated: true,
  idea: 'a bright kitchen',
  size: { width: 640, height: 800 },
  placedAt: '2026-11-21T10:00:00.000Z',
  mode: 'background',
  raw: false,
  originalId: null,
  keep: [],
  changedOutside: null,
}
const approved = { verdict: 'approved' as const, note: 'fine', by: 'Ann', at: '2026-11-21T10:05:00.000Z' }

describe('the review of a layer’s picture', () => {
  test('says how it stands, by whom and since when', () => {
    expect(reviewFacts(sampleNode({ provenance, review: approved }), NOW)).toEqual({
      standing: 'Approved by Ann · 5 min ago',
      note: 'fine',
      rejected: null,
    })
    expect(reviewFacts(sampleNode({ provenance }), NOW)?.standing).toBe('Not reviewed yet')
    expect(reviewFacts(sampleNode(), NOW)).toBe(null)
    expect(reviewFacts(sampleNode({ provenance: { ...provenance, mode: 'create' } }), NOW)).toBe(null)
  })

  test('says the last rejection beside it, once', () => {
    const rejected = { ...approved, verdict: 'rejected' as const, note: 'too dark', by: 'Bo' }
    const said = 'Last rejected by Bo · 5 min ago: too dark'
    expect(reviewFacts(sampleNode({ provenance, review: approved, rejected }), NOW)?.rejected).toBe(said)
    expect(reviewFacts(sampleNode({ rejected }), NOW)).toEqual({
      standing: 'Not reviewed yet',
      note: '',
      rejected: said,
    })
    expect(reviewFacts(sampleNode({ provenance, review: rejected, rejected }), NOW)).toMatchObject({
      standing: 'Rejected by Bo · 5 min ago',
      rejected: null,
    })
  })

  test('says of a picture that was taken out that it was, and rejects none that is there', () => {
    const rejected = { ...approved, verdict: 'rejected' as const, note: 'too dark', by: 'Bo' }
    const out = {
      standing: 'The picture was taken out',
      note: '',
      rejected: 'Last rejected by Bo · 5 min ago: too dark',
    }
    expect(reviewFacts(sampleNode({ review: rejected, rejected }), NOW)).toEqual(out)
    expect(reviewFacts(sampleNode({ review: rejected }), NOW)).toEqual(out)
  })

  test('names who wrote the note where that is another than who approved', () => {
    const noted = { by: 'Bo', at: '2026-11-21T10:08:00.000Z' }
    const standing = (by: string) =>
      reviewFacts(sampleNode({ provenance, review: { ...approved, noted: { ...noted, by } } }), NOW)?.standing
    expect(standing('Bo')).toBe('Approved by Ann · 5 min ago · note by Bo')
    expect(standing('Ann')).toBe('Approved by Ann · 5 min ago')
  })

  const enabled = (node: NodeSnapshot, results: number) => {
    const job = sampleJob({
      state: 'done',
      results: ['a', 'b', 'c'].slice(0, results).map((digit) => sampleResult(digit)),
    })
    const state = readyState({ type: 'jobChanged', job })
    const steps = reviewSteps(state, node, shownPick(node, { jobId: job.id, index: 0 }), false)
    return steps.filter((step) => step.enabled).map(({ id }) => id)
  }

  test('can be given while the picture is there; the next candidate comes also after a rejected one', () => {
    expect(enabled(sampleNode({ provenance }), 2)).toEqual(['approved', 'next', 'rejected'])
    expect(enabled(sampleNode({ review: { ...approved, verdict: 'rejected' } }), 2)).toEqual(['next'])
    expect(enabled(sampleNode({ provenance }), 1)).toEqual(['approved', 'rejected'])
  })
})

describe('on the canvas', () => {
  let proxy: TestProxy
  let canvas: Canvas
  let ui: ReturnType<typeof openWindow>

  beforeAll(async () => {
    proxy = await startTestProxy()
  })
  afterAll(() => proxy.close())
  beforeEach(async () => {
    const picture = new Uint8Array(await samplePng(64, 48))
    const settings = { proxyUrl: proxy.url, token: proxy.token }
    canvas = { settings, draft: null, nodes: [sampleNode()], picture, placed: [], reviews: [] }
    ui = openWindow(canvas)
    await ui.actions.start()
  })
  afterEach(() => ui.close())

  test('a reviewer’s word goes to the layer with the member’s name and the time, and shows', async () => {
    expect(await ui.actions.review('1:2', 'approved', 'a little brighter')).toBe(true)
    const [said] = canvas.reviews ?? []
    expect(said).toMatchObject({
      nodeId: '1:2',
      review: { verdict: 'approved', note: 'a little brighter', by: 'local' },
    })
    expect(Date.now() - Date.parse(said?.review.at ?? '')).toBeLessThan(60_000)
    expect(ui.read().selection?.nodes[0]?.review).toEqual(said?.review)
    expect(ui.read().reviewing).toEqual({ nodeId: '1:2', busy: null, said: 'Noted.', failure: null })
  })

  test('the next candidate takes the place of the one before, round and round', async () => {
    ui.dispatch({ type: 'ideaWritten', idea: 'a bright kitchen' })
    ui.dispatch({ type: 'renderChosen', render: { count: 2 } })
    await ui.actions.generate(generateOffer(ui.read()))
    const { jobs } = await ui.until((now) => now.jobs[0]?.job?.state === 'done')
    const { id: jobId = '', results = [] } = jobs[0]?.job ?? {}
    expect(results).toHaveLength(2)
    await ui.actions.nextCandidate('1:2', { jobId, index: 0 })
    await ui.actions.nextCandidate('1:2', { jobId, index: 1 })
    expect(canvas.placed.map(({ placement, provenance: kept }) => [placement, kept.resultIndex])).toEqual([
      ['fill', 1],
      ['fill', 0],
    ])
    expect(ui.read().reviewing?.said).toBe('Placed as fill. Picture 1 of 2.')
    expect(ui.read().jobs[0]?.job?.placed.toSorted()).toEqual(results.map(({ image }) => image.id).toSorted())
  })

  test('what goes wrong is said at the layer', async () => {
    canvas.nodes = []
    expect(await ui.actions.review('1:2', 'approved', 'fine')).toBe(false)
    await ui.actions.nextCandidate('1:2', { jobId: 'job-that-is-not-there', index: 0 })
    expect(ui.read().reviewing).toMatchObject({ busy: null, failure: { code: 'job_missing' } })
    ui.dispatch({ type: 'reviewDismissed' })
    expect(ui.read().reviewing).toBe(null)
  })
})
