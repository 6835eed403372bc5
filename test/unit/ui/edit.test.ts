import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { draftSchema } from '#contract/settings.ts'
import { VERBS } from '#domain/edits/verb.ts'
import { makeFailure } from '#domain/failure.ts'
import { sampleJob } from '#support/sample-job.ts'
import { draftOf } from '#ui/state/brief/draft-of.ts'
import { generateOffer } from '#ui/state/brief/generate-offer.ts'
import { renderFieldsOf } from '#ui/state/brief/render-fields.ts'
import { offeredReferences } from '#ui/state/brief/target.ts'
import { editPlanSentence, wholeOffer } from '#ui/state/brief/whole-offer.ts'
import { editableNodes, maskLayers } from '#ui/state/edits/edit-offers.ts'
import { maskStatus, shareSentence } from '#ui/state/edits/mask-status.ts'
import type { UiEvent } from '#ui/state/ui-event.ts'
import type { UiState } from '#ui/state/ui-state.ts'
import {
  added,
  drawnEvent,
  editing,
  editMode,
  following,
  masked,
  measured,
  readPicture,
  sampleOriginal,
} from './sample-edit.ts'
import { sampleNode, samplePicture, selectionOf } from './sample-node.ts'
import { opened, readyState } from './state-after.ts'

test('each mode keeps the words; an edit brings the keep lines of its verb and takes them along', () => {
  const state = editing()
  expect(state.brief).toMatchObject({ idea: 'A matte black desk lamp on walnut', keep: VERBS.change.keep })
  expect(following(state, { type: 'verbChosen', verb: 'relight' }).brief).toMatchObject({
    keep: VERBS.relight.keep,
    edit: { verb: 'relight' },
  })
  const back = following(state, { type: 'modeChosen', mode: 'create' })
  expect(back.brief).toMatchObject({ idea: 'A matte black desk lamp on walnut', keep: [] })
  expect(generateOffer(back).job?.request).toMatchObject({ mask: null, cut: null })
})

test('settings that make no sense for an edit are not offered', () => {
  expect(renderFieldsOf('edit')).toEqual({ resolution: false, format: false, background: false })
  expect(renderFieldsOf('create')).toEqual({ resolution: true, format: true, background: true })
})

test('the picture to edit stays while other layers are selected, which can then become its mask', () => {
  const star = sampleNode({ id: '1:9', name: 'Star', type: 'STAR' })
  const state = editing({ type: 'selectionChanged', selection: selectionOf(samplePicture(), star) })
  expect(generateOffer(state).order?.frame).toMatchObject({ nodeId: '1:3', name: 'Lamp' })
  expect(maskLayers(state)).toEqual([star])
  expect(maskLayers(following(state, added))).toEqual([])
  expect(offeredReferences(state).map(({ id }) => id)).toEqual(['1:3', '1:9'])
})

test('layers with a picture of their own are offered first', () => {
  const state = readyState(editMode, {
    type: 'selectionChanged',
    selection: selectionOf(sampleNode(), samplePicture()),
  })
  expect(editableNodes(state).map(({ node, hasOriginal }) => [node.name, hasOriginal])).toEqual([
    ['Lamp', true],
    ['Hero', false],
  ])
})

describe('the button says why it waits', () => {
  const replaced = samplePicture({ imageFills: [{ index: 0, scaleMode: 'FILL', visible: true, imageHash: 'hash-2' }] })
  const refused = makeFailure('mask_everything')
  const state = editing(added)
  test.each<[string, UiState, string]>([
    ['without a picture', readyState(editMode), 'Press “Edit as it looks”'],
    ['while one is read', editing({ type: 'originalStarted', name: 'Lamp' }), '“Lamp” is still being read'],
    ['for a verb that needs a mask', editing({ type: 'verbChosen', verb: 'remove' }), '“Remove object” needs a mask'],
    ['until the mask is measured', state, 'still being measured'],
    ['while the mask is drawn', masked({ type: 'drawingOpened' }), 'still being drawn'],
    [
      'when the mask is refused',
      following(state, { type: 'maskMeasured', parts: state.editing.parts, mask: null, share: null, failure: refused }),
      refused.message,
    ],
    [
      'when the picture was replaced meanwhile',
      editing({ type: 'selectionChanged', selection: selectionOf(replaced) }),
      'replaced or removed since it was read',
    ],
    ['without words', editing({ type: 'ideaWritten', idea: ' ' }), 'Write what to change'],
  ])('%s', (_, now, sentence) => {
    const offer = generateOffer(now)
    expect(offer.order).toBeNull()
    expect(offer.reason).toContain(sentence)
  })

  test('and shows no price that the mask may change', () => {
    expect(generateOffer(state).label).toBe('Generate 1')
    expect(generateOffer(masked()).label).toMatch(/^Generate 1 · at most \$0\.0/)
  })
})

test('a mask that was measured belongs to its parts: any change makes another one', () => {
  const state = masked()
  expect(maskStatus(state)).toEqual({ kind: 'ready', share: 0.01 })
  const changes: UiEvent[] = [
    drawnEvent,
    { type: 'maskPartRemoved', key: 1 },
    { type: 'maskSideChosen', key: 1, side: 'outside' },
    { type: 'maskPartAdded', part: { kind: 'alpha', side: 'outside' } },
  ]
  for (const event of changes) {
    const changed = following(state, event)
    expect(changed.brief.edit?.mask).toBeNull()
    expect(maskStatus(changed).kind).toBe(event.type === 'maskPartRemoved' ? 'none' : 'measuring')
    // The answer to the mask before comes too late.
    expect(following(changed, measured(state))).toBe(changed)
  }
})

test('both prices: around the mask, and the whole picture', () => {
  const state = masked()
  const offer = wholeOffer(state)
  const label = generateOffer(state).label.replace('Generate 1 · ', '')
  expect(offer?.window).toBe(`Only around the mask · ${label}`)
  const whole = following(state, { type: 'editChosen', edit: { whole: true } })
  expect(offer?.whole).toBe(`The whole picture · ${generateOffer(whole).label.replace('Generate 1 · ', '')}`)
  const [less, more] = [generateOffer(state), generateOffer(whole)].map(({ order }) => order?.agreedPrice ?? 0)
  expect(more).toBeGreaterThan(less ?? Infinity)
  expect(wholeOffer(editing())).toBeNull()
})

test('what is sent is said in pixels', () => {
  const { plan } = generateOffer(masked()).job ?? {}
  if (!plan?.window) throw new Error('no window')
  const { width, height } = plan.window
  const canvas = sampleOriginal()
  expect(editPlanSentence(plan, canvas)).toBe(
    `Sends ${width} × ${height} around the mask, at the picture’s own resolution`,
  )
  const whole = generateOffer(following(masked(), { type: 'editChosen', edit: { whole: true } })).job?.plan
  expect(whole && editPlanSentence(whole, canvas)).toMatch(/^Sends the whole picture as \d+ × \d+/)
})

test.each([
  [0.124, '12 % of the picture may change'],
  [0.002, 'Under 1 % of the picture may change'],
  [0.999, 'Over 99 % of the picture may change'],
  [null, 'The mask from before is kept'],
])('a share of %s reads “%s”', (share, sentence) => {
  expect(shareSentence(share)).toBe(sentence)
})

describe('drawing', () => {
  const ops = (state: UiState): number => {
    const last = state.editing.parts.at(-1)
    return last?.kind === 'drawing' ? last.ops.length : 0
  }

  test('strokes go into one part, on top of what was there', () => {
    const state = following(editing(added), drawnEvent, drawnEvent)
    expect(state.editing.parts.map(({ kind, key }) => [kind, key])).toEqual([
      ['layers', 1],
      ['drawing', 2],
    ])
    expect(ops(state)).toBe(2)
    expect(following(state, added, drawnEvent).editing.parts.map(({ kind }) => kind)).toEqual([
      'layers',
      'drawing',
      'layers',
      'drawing',
    ])
  })

  test('as many redos as undos bring back the same drawing', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 6 }), fc.nat(8), (strokes, steps) => {
        const state = following(editing(), ...Array.from({ length: strokes }, () => drawnEvent))
        const undone = following(state, ...Array.from({ length: steps }, (): UiEvent => ({ type: 'maskUndone' })))
        expect(ops(undone)).toBe(Math.max(0, strokes - steps))
        const redone = following(undone, ...Array.from({ length: steps }, (): UiEvent => ({ type: 'maskRedone' })))
        expect(redone.editing.parts).toEqual(state.editing.parts)
      }),
    )
  })

  test('a new stroke is the end of what was undone', () => {
    const state = following(editing(), drawnEvent, { type: 'maskUndone' }, drawnEvent, { type: 'maskRedone' })
    expect(ops(state)).toBe(1)
  })

  test('a drawing with nothing in it is no part once the editor is closed', () => {
    const opening: UiEvent = { type: 'drawingOpened' }
    const cleared = following(editing(), opening, drawnEvent, { type: 'maskDrawn', op: { tool: 'clear' } })
    expect(maskStatus(cleared).kind).toBe('none')
    expect(following(cleared, { type: 'drawingClosed' }).editing.parts).toEqual([])
  })
})

describe('the picture', () => {
  test('as large in the same layer, keeps the mask; another one starts afresh', () => {
    const state = masked()
    expect(following(state, readPicture).brief.edit?.mask).not.toBeNull()
    const edited = sampleOriginal({ imageId: 'd'.repeat(64) })
    const on = following(state, { type: 'originalRead', node: samplePicture(), original: edited })
    expect(on.brief.edit).toMatchObject({ original: edited, mask: { imageId: 'b'.repeat(64) } })
    expect(maskStatus(on).kind).toBe('ready')
    const other = sampleOriginal({ imageId: 'c'.repeat(64), height: 1_999 })
    const next = following(state, { type: 'originalRead', node: samplePicture(), original: other })
    expect(next.brief.edit).toMatchObject({ original: other, mask: null, verb: 'change' })
    expect(next.editing.parts).toEqual([])
  })

  test('dropped, leaves the words', () => {
    const state = following(masked(), { type: 'originalDropped' })
    expect(state.brief).toMatchObject({ edit: null, idea: 'A matte black desk lamp on walnut' })
    expect(state.editing).toMatchObject({ node: null, parts: [], measured: null })
  })
})

test('after a reload the mask is still that of the draft, as one part that says no more than is known', () => {
  const draft = draftSchema.parse(JSON.parse(JSON.stringify(draftOf(masked()))))
  const state = readyState({ ...opened, draft })
  expect(state.editing.parts).toEqual([{ key: 1, kind: 'saved', imageId: 'b'.repeat(64), side: 'inside' }])
  expect(maskStatus(state)).toEqual({ kind: 'ready', share: null })
  expect(generateOffer(state).order?.brief.edit?.mask).toEqual(masked().brief.edit?.mask)
})

test('editing the brief of a job about the same picture and mask forgets nothing', () => {
  const state = masked()
  const again = following(state, { type: 'briefReplaced', brief: sampleJob({ brief: state.brief }).brief })
  expect(again.editing).toMatchObject({
    node: { id: '1:3' },
    parts: state.editing.parts,
    measured: state.editing.measured,
  })
  const { edit } = state.brief
  const other = edit && { ...edit, mask: edit.mask && { ...edit.mask, imageId: 'd'.repeat(64) } }
  const older = following(state, { type: 'briefReplaced', brief: { ...state.brief, edit: other } })
  expect(older.editing).toMatchObject({ node: { id: '1:3' }, parts: [{ kind: 'saved', imageId: 'd'.repeat(64) }] })
})
