import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { DrawOp } from '#contract/draw-op.ts'
import { draftSchema } from '#contract/settings.ts'
import { verbSchema } from '#domain/edits/verb.ts'
import { makeFailure } from '#domain/failure.ts'
import { modeSchema } from '#domain/mode.ts'
import { roleSchema } from '#domain/reference.ts'
import { stageSchema } from '#domain/stage.ts'
import { sampleBrief } from '#support/sample-brief.ts'
import { sampleJob, sampleResult } from '#support/sample-job.ts'
import { announcement } from '#ui/state/announcement.ts'
import { draftOf } from '#ui/state/brief/draft-of.ts'
import { generateOffer, moreOffer } from '#ui/state/brief/generate-offer.ts'
import { offeredReferences } from '#ui/state/brief/target.ts'
import { wholeOffer } from '#ui/state/brief/whole-offer.ts'
import { maskStatus } from '#ui/state/edits/mask-status.ts'
import { jobFacts } from '#ui/state/jobs/job-facts.ts'
import { rowFacts } from '#ui/state/jobs/row-facts.ts'
import { reduce } from '#ui/state/reduce.ts'
import type { UiEvent } from '#ui/state/ui-event.ts'
import { INITIAL_STATE, type UiState } from '#ui/state/ui-state.ts'
import { layerPart, sampleOriginal, sampleShape } from './sample-edit.ts'
import { sampleNode, samplePicture, selectionOf } from './sample-node.ts'
import { sampleSession } from './sample-session.ts'

const edge = fc.oneof(fc.integer({ min: 1, max: 4_000 }), fc.constantFrom(0, -1, 0.001, 1e9, Number.NaN))
const node = fc
  .record({ id: fc.constantFrom('1:2', '1:3', '1:4'), width: edge, height: edge })
  .map((part) => sampleNode(part))
const selection = fc
  .array(fc.oneof(node, fc.constant(samplePicture())), { maxLength: 4 })
  .map((nodes) => selectionOf(...nodes))
const id = fc.constantFrom('job-0000000000000001', 'job-0000000000000002', 'job-0000000000000003')
const index = fc.integer({ min: -2, max: 4 })
const pick = fc.record({ jobId: id, index })
const failure = fc.constantFrom(makeFailure('token_wrong'), makeFailure('upstream_failed'), makeFailure('over_budget'))
const settings = fc.record({ proxyUrl: fc.string({ maxLength: 20 }), token: fc.constantFrom('', 'fw_test') })
const anyStage = fc.constantFrom(...stageSchema.options)
const brief = fc
  .record({ idea: fc.string(), stage: anyStage, count: fc.integer({ min: 1, max: 10 }) })
  .map((part) => sampleBrief({ idea: part.idea, render: { stage: part.stage, count: part.count } }))
const job = fc
  .record({
    id,
    state: fc.constantFrom('queued', 'running', 'done', 'failed', 'cancelled'),
    failure: fc.option(failure),
    count: fc.nat(3),
  })
  .map(({ count, ...part }) =>
    sampleJob({ ...part, results: ['a', 'b', 'c'].slice(0, count).map((digit) => sampleResult(digit)) }),
  )
const order = brief.map((chosen) => ({
  frame: { width: 10, height: 10, name: '' },
  brief: chosen,
  agreedPrice: 1,
  agreedCredits: null,
}))
const reference = fc.constantFrom('a', 'b', 'c').map((digit) => ({
  imageId: digit.repeat(64),
  role: 'subject' as const,
  width: 30,
  height: 20,
  name: digit,
}))
const original = fc
  .record({ width: fc.integer({ min: 1, max: 9_000 }), height: fc.integer({ min: 1, max: 9_000 }) })
  .map(sampleOriginal)
const key = fc.constantFrom('k1', 'k2')
const mark = fc.oneof(
  fc.record({
    owner: fc.constant(null),
    jobId: id,
    placed: fc.constantFrom('a', 'b').map((digit) => digit.repeat(64)),
  }),
  fc.record({ owner: fc.constant(null), jobId: id, dismissed: fc.boolean() }),
)

const row = <T extends UiEvent['type'], R extends object>(type: T, record: fc.Arbitrary<R>) =>
  record.map((part) => ({ type, ...part }))
const none = fc.constant({})
const frameId = fc.constantFrom('1:2', '1:3')

/** Any event the window can see, in any order, whether it makes sense or not. */
const event: fc.Arbitrary<UiEvent> = fc.oneof(
  row(
    'opened',
    fc.record({
      settings,
      draft: fc.constant(null),
      unread: fc.constant([]),
      selection,
      pinned: fc.option(node),
      edited: fc.option(node),
    }),
  ),
  row('screenChosen', fc.record({ screen: fc.constantFrom('create', 'results', 'settings') })),
  row('failed', fc.record({ failure })),
  row('failureDismissed', none),
  row('selectionChanged', fc.record({ selection })),
  row('fileMarked', fc.record({ fileId: fc.constantFrom('f1', 'f2') })),
  row('nodeRead', fc.record({ node })),
  row('nodeGone', fc.record({ nodeId: fc.constantFrom('1:2', '1:3') })),
  row('framePinned', fc.record({ node })),
  row('frameUnpinned', none),
  row('modeChosen', fc.record({ mode: fc.constantFrom(...modeSchema.options) })),
  row('originalStarted', fc.record({ name: fc.string() })),
  row('originalRead', fc.record({ node, original })),
  row('originalFailed', fc.record({ failure })),
  row('originalDropped', none),
  row('protectingStarted', none),
  row('protectingEnded', none),
  row('editedNodeFound', fc.record({ node: fc.option(node) })),
  row('editedNodeLost', none),
  row('maskAskedAgain', none),
  row('removalUndone', none),
  row('verbChosen', fc.record({ verb: fc.constantFrom(...verbSchema.options) })),
  row('editChosen', fc.record({ edit: fc.record({ whole: fc.boolean(), match: fc.boolean() }) })),
  row('maskPartAdded', fc.record({ part: fc.constant(layerPart(sampleShape())) })),
  row('maskPartRemoved', fc.record({ key: fc.nat(4) })),
  row('maskSideChosen', fc.record({ key: fc.nat(4), side: fc.constantFrom('inside', 'outside') })),
  row('maskPartFailed', fc.record({ failure })),
  row('editFailureDismissed', none),
  row('drawingOpened', none),
  row('drawingClosed', none),
  row('maskDrawn', fc.record({ op: fc.constantFrom<DrawOp>({ tool: 'invert' }, { tool: 'clear' }) })),
  row('maskUndone', none),
  row('maskRedone', none),
  row('ideaWritten', fc.record({ idea: fc.string() })),
  row(
    'sentencesWritten',
    fc.record({ list: fc.constantFrom('exactTexts', 'avoid'), sentences: fc.array(fc.string(), { maxLength: 3 }) }),
  ),
  row('stageChosen', fc.record({ stage: anyStage })),
  row('qualityChosen', fc.record({ quality: fc.constantFrom('low', 'max', null) })),
  row(
    'renderChosen',
    fc.record({ render: fc.record({ count: fc.integer({ min: 1, max: 10 }), partialImages: fc.nat(3) }) }),
  ),
  row('briefReplaced', fc.record({ brief })),
  row('replacedDismissed', none),
  row('uploadStarted', fc.record({ key, name: fc.string() })),
  row('uploadFailed', fc.record({ key, failure })),
  row('uploadDismissed', fc.record({ key })),
  row('referenceAdded', fc.record({ key, reference })),
  row('referenceRemoved', fc.record({ index })),
  row('referenceMoved', fc.record({ index, by: fc.constantFrom(-1 as const, 1 as const) })),
  row('roleChosen', fc.record({ index, role: fc.constantFrom(...roleSchema.options) })),
  row('connectionChecked', none),
  row('sessionReceived', fc.record({ session: fc.integer({ min: -10, max: 1_000_000 }).map(sampleSession) })),
  row('connectionFailed', fc.record({ failure })),
  row('formEdited', fc.record({ form: settings })),
  row('testStarted', none),
  row('testFailed', fc.record({ failure })),
  row('testFinished', none),
  row('settingsSaved', fc.record({ settings })),
  row('jobOrdered', fc.record({ id, order, forTarget: fc.boolean(), again: fc.option(id, { nil: undefined }) })),
  row('orderAddressed', fc.record({ id, order })),
  row('jobsFound', fc.record({ jobs: fc.array(job, { maxLength: 3 }), olderThan: fc.option(id) })),
  row('olderFound', fc.record({ jobs: fc.array(job, { maxLength: 3 }), olderThan: fc.option(id) })),
  row('jobChanged', fc.record({ job })),
  row('jobLost', fc.record({ id, failure })),
  row('jobRetried', fc.record({ id })),
  row('jobDropped', fc.record({ id })),
  row('jobFolded', fc.record({ id, open: fc.boolean() })),
  row('jobMarked', fc.record({ mark })),
  row('markSettled', fc.record({ mark })),
  row('cancelStarted', fc.record({ id })),
  row('cancelAnswered', fc.record({ job, said: fc.string() })),
  row('cancelFailed', fc.record({ id, failure })),
  row('resultChosen', fc.record({ pick })),
  row('zoomOpened', fc.record({ pick })),
  row('zoomClosed', none),
  row('zoomViewChosen', fc.record({ view: fc.constantFrom('result', 'raw', 'original') })),
  row('placeChosen', fc.record({ jobId: id, onSelection: fc.boolean() })),
  row(
    'placingStarted',
    fc.record({ placing: pick.map((part) => ({ ...part, placement: 'fill' as const, raw: false })) }),
  ),
  row('resultPlaced', fc.record({ pick, said: fc.string(), nodeId: fc.constantFrom('1:2', '1:3') })),
  row('placingFailed', fc.record({ pick, failure })),
  row('misplacedDismissed', none),
  row('expandChosen', fc.record({ expand: fc.record({ to: fc.constantFrom('frame', '16:9', 'sides') }) })),
  row('backdropAsked', fc.record({ frame: node, wanted: fc.option(frameId) })),
  row(
    'backdropRead',
    fc.record({ serial: fc.nat(3), layers: fc.constant([]), into: fc.option(node), foreground: fc.constant(null) }),
  ),
  row('backdropFailed', fc.record({ serial: fc.nat(3), failure })),
  row('backdropDismissed', none),
  row('reviewStarted', fc.record({ nodeId: frameId, busy: fc.constantFrom('approved', 'next') })),
  row('reviewDone', fc.record({ nodeId: frameId, said: fc.string() })),
  row('reviewFailed', fc.record({ nodeId: frameId, failure })),
  row('reviewDismissed', none),
)

/** Everything the screens compute. */
function look(state: UiState): void {
  const offer = generateOffer(state)
  expect(offer.order === null || offer.order.agreedPrice === offer.job?.price.total).toBe(true)
  expect(offer.order !== null || offer.reason !== null || offer.busy).toBe(true)
  announcement(state)
  offeredReferences(state)
  maskStatus(state)
  wholeOffer(state)
  for (const entry of state.jobs) {
    rowFacts(jobFacts(state, entry), entry, new Date())
    if (entry.job) moreOffer(state, entry.job)
  }
  expect(draftSchema.safeParse(draftOf(state)).success).toBe(true)
}

test('no order of events breaks the state, and a button that does nothing always says why', () => {
  fc.assert(
    fc.property(fc.array(event, { maxLength: 25 }), (events) => {
      look(events.reduce(reduce, INITIAL_STATE))
    }),
    { numRuns: 200 },
  )
})
