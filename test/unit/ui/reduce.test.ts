import { describe, expect, test } from 'vitest'
import { makeFailure } from '#domain/failure.ts'
import type { Reference } from '#domain/reference.ts'
import { sampleBrief } from '#support/sample-brief.ts'
import { sampleJob } from '#support/sample-job.ts'
import { reduce } from '#ui/state/reduce.ts'
import type { UiEvent } from '#ui/state/ui-event.ts'
import { sampleNode, selectionOf } from './sample-node.ts'
import { sampleSession } from './sample-session.ts'
import { connected, opened, readyState, settings, stateAfter } from './state-after.ts'

const failure = makeFailure('proxy_unreachable', { address: 'http://x' })
const reference = (digit: string): Reference => ({
  imageId: digit.repeat(64),
  role: 'subject',
  width: 300,
  height: 200,
  name: digit,
})
const added = (digit: string): UiEvent => ({ type: 'referenceAdded', key: digit, reference: reference(digit) })
const order = {
  frame: { width: 1440, height: 900, name: 'Hero' },
  brief: sampleBrief(),
  agreedPrice: 3_600,
  agreedCredits: null,
}
const job = sampleJob()

describe('the window', () => {
  test('a first run without a token opens the settings', () => {
    expect(stateAfter({ ...opened, settings: { ...settings, token: '' } }).screen).toBe('settings')
    expect(stateAfter(opened).screen).toBe('create')
  })

  test('the draft comes back', () => {
    const brief = sampleBrief({ idea: 'kept' })
    const draft = { brief, pinnedNodeId: '1:2', pinnedFileId: null, edited: null, strokes: [], marks: [] }
    const state = stateAfter({ ...opened, draft, pinned: sampleNode() })
    expect(state.brief).toEqual(brief)
    expect(state.pinned?.id).toBe('1:2')
  })

  test('a held frame stays while the selection changes, and follows its own changes', () => {
    const held = stateAfter(opened, { type: 'framePinned', node: sampleNode() })
    const elsewhere = reduce(held, { type: 'selectionChanged', selection: selectionOf(sampleNode({ id: '9:9' })) })
    expect(elsewhere.pinned?.id).toBe('1:2')
    const resized = reduce(elsewhere, { type: 'selectionChanged', selection: selectionOf(sampleNode({ width: 99 })) })
    expect(resized.pinned?.width).toBe(99)
  })
})

describe('a brief that another one takes the place of', () => {
  const mine = readyState().brief
  const other = sampleBrief({ idea: 'a bowl of lemons' })
  const replaced = readyState({ type: 'briefReplaced', brief: other })

  test('is kept, and the two change places', () => {
    expect(replaced).toMatchObject({ brief: other, replaced: mine, screen: 'create' })
    const back = reduce(replaced, { type: 'briefReplaced', brief: mine })
    expect(back).toMatchObject({ brief: mine, replaced: other })
    expect(reduce(back, { type: 'replacedDismissed' })).toMatchObject({ brief: mine, replaced: null })
  })

  test('is not spoken of when nothing is lost, nor after an order', () => {
    expect(readyState({ type: 'briefReplaced', brief: { ...other, idea: mine.idea } }).replaced).toBeNull()
    expect(stateAfter(opened, { type: 'briefReplaced', brief: other }).replaced).toBeNull()
    expect(reduce(replaced, { type: 'jobOrdered', id: 'x', order }).replaced).toBeNull()
  })
})

describe('references', () => {
  const names = (...events: UiEvent[]) => readyState(...events).brief.references.map((row) => row.name)

  test.each<[string, UiEvent[], string[]]>([
    ['keep the order they were added in', [], ['a', 'b', 'c']],
    ['move up', [{ type: 'referenceMoved', index: 2, by: -1 }], ['a', 'c', 'b']],
    ['move down', [{ type: 'referenceMoved', index: 0, by: 1 }], ['b', 'a', 'c']],
    ['stay at the top', [{ type: 'referenceMoved', index: 0, by: -1 }], ['a', 'b', 'c']],
    ['stay at the bottom', [{ type: 'referenceMoved', index: 2, by: 1 }], ['a', 'b', 'c']],
    ['can be removed', [{ type: 'referenceRemoved', index: 1 }], ['a', 'c']],
  ])('%s', (_, events, expected) => {
    expect(names(added('a'), added('b'), added('c'), ...events)).toEqual(expected)
  })

  test('an upload ends as a reference or as a failure that can be put away', () => {
    const started: UiEvent = { type: 'uploadStarted', key: 'a', name: 'lamp.png' }
    expect(readyState(started).uploads).toEqual([{ key: 'a', name: 'lamp.png', failure: null }])
    expect(readyState(started, added('a')).uploads).toEqual([])
    const failed = readyState(started, { type: 'uploadFailed', key: 'a', failure })
    expect(failed.uploads[0]?.failure).toEqual(failure)
    expect(reduce(failed, { type: 'uploadDismissed', key: 'a' }).uploads).toEqual([])
  })
})

describe('the render settings', () => {
  test('a stage brings its previews; the rest stays', () => {
    const state = readyState(
      { type: 'renderChosen', render: { count: 4, format: 'webp' } },
      { type: 'stageChosen', stage: 'final' },
    )
    expect(state.brief.render).toMatchObject({ stage: 'final', partialImages: 2, count: 4, format: 'webp' })
  })

  test('a quality beyond the stage’s stays until a stage or a model without it is chosen', () => {
    const flare: UiEvent = { type: 'renderChosen', render: { model: 'gpt-image-2.5-flare' } }
    const max: UiEvent = { type: 'qualityChosen', quality: 'max' }
    expect(readyState(flare, max).brief.render.quality).toBe('max')
    expect(readyState(flare, max, { type: 'qualityChosen', quality: null }).brief.render.quality).toBeUndefined()
    expect(readyState(flare, max, { type: 'stageChosen', stage: 'final' }).brief.render.quality).toBeUndefined()
    expect(
      readyState(flare, max, { type: 'renderChosen', render: { model: 'gpt-image-2' } }).brief.render.quality,
    ).toBe(undefined)
  })

  test('a model without transparency takes it back, for its control is not shown', () => {
    const clear: UiEvent = { type: 'renderChosen', render: { model: 'gpt-image-2.5-flare', background: 'transparent' } }
    expect(readyState(clear).brief.render.background).toBe('transparent')
    const back = readyState(clear, { type: 'renderChosen', render: { model: 'gpt-image-2' } })
    expect(back.brief.render.background).toBe('auto')
  })
})

describe('the connection', () => {
  test('a session outlives a later failure', () => {
    const state = stateAfter(connected, { type: 'connectionFailed', failure })
    expect(state.connection).toEqual({ checking: false, session: sampleSession(), failure })
  })

  test('other settings mean another session', () => {
    const same = stateAfter(opened, connected, { type: 'settingsSaved', settings })
    expect(same.connection.session).not.toBeNull()
    const other = stateAfter(opened, connected, { type: 'settingsSaved', settings: { ...settings, token: 'fw_other' } })
    expect(other.connection.session).toBeNull()
  })

  test('other settings take the last member’s jobs off the screens', () => {
    const pick = { jobId: job.id, index: 0 }
    const shown = readyState({ type: 'jobChanged', job }, { type: 'zoomOpened', pick })
    const other = { ...settings, token: 'fw_other' }
    expect(reduce(shown, { type: 'settingsSaved', settings: { ...settings } })).toMatchObject({ zoomed: pick })
    const left = reduce(shown, { type: 'settingsSaved', settings: other })
    expect(left).toMatchObject({ jobs: [], chosen: null, zoomed: null, settings: other })
    expect(reduce(left, { type: 'cancelAnswered', job, said: 'Too late.' }).jobs).toEqual([])
  })

  test('editing the form takes back the last test’s answer; leaving the screen takes back the edits', () => {
    const tested = stateAfter(opened, { type: 'testStarted' }, { type: 'testFinished' })
    expect(tested.form.tested).toBe(true)
    const edited = reduce(tested, { type: 'formEdited', form: { token: 'x' } })
    expect(edited.form).toMatchObject({ tested: false, token: 'x' })
    expect(reduce(edited, { type: 'screenChosen', screen: 'create' }).form.token).toBe('fw_test')
  })
})

describe('results', () => {
  const pick = { jobId: job.id, index: 1 }

  test('placing ends with a sentence or with a failure, never both', () => {
    const placing = readyState({ type: 'placingStarted', placing: { ...pick, placement: 'fill', raw: false } })
    expect(placing.placing?.placement).toBe('fill')
    const placed = reduce(placing, { type: 'resultPlaced', pick, said: 'Placed.', nodeId: '1:2' })
    expect(placed).toMatchObject({ placing: null, placed: { ...pick, said: 'Placed.' }, misplaced: null })
    const again = reduce(placed, { type: 'placingStarted', placing: { ...pick, placement: 'layer', raw: true } })
    const failed = reduce(again, { type: 'placingFailed', pick, failure })
    expect(failed).toMatchObject({ placing: null, placed: null, misplaced: { ...pick, failure } })
  })

  test.each<[string, UiEvent]>([
    ['going elsewhere', { type: 'screenChosen', screen: 'create' }],
    ['bringing a brief back', { type: 'briefReplaced', brief: sampleBrief() }],
  ])('%s closes the picture that is looked at', (_, event) => {
    expect(readyState({ type: 'zoomOpened', pick }, event)).toMatchObject({ zoomed: null, screen: 'create' })
  })

  test('looking at a picture chooses it', () => {
    const zoomed = readyState({ type: 'zoomOpened', pick })
    expect(zoomed).toMatchObject({ zoomed: pick, chosen: pick })
    expect(reduce(zoomed, { type: 'zoomClosed' })).toMatchObject({ zoomed: null, chosen: pick })
  })
})
