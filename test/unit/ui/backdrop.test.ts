import { describe, expect, test } from 'vitest'
import type { FrameLayer } from '#contract/plugin-wire.ts'
import { makeFailure } from '#domain/failure.ts'
import { generateOffer } from '#ui/state/brief/generate-offer.ts'
import { sentBrief } from '#ui/state/brief/sent-brief.ts'
import { sentFrame } from '#ui/state/brief/sent-frame.ts'
import { backgroundFrame } from '#ui/state/brief/target.ts'
import { backdropCandidates, foregroundOf, hidingLayers, layersInFront } from '#ui/state/edits/backdrop-layers.ts'
import { foregroundSentence } from '#ui/state/edits/foreground-sentence.ts'
import { reduce } from '#ui/state/reduce.ts'
import type { UiState } from '#ui/state/ui-state.ts'
import { sampleNode } from './sample-node.ts'
import { readyState } from './state-after.ts'

const layer = (id: string, box: [number, number, number, number], change: Partial<FrameLayer> = {}): FrameLayer => ({
  id,
  name: id,
  box: { x: box[0], y: box[1], width: box[2], height: box[3] },
  canFill: true,
  visible: true,
  ...change,
})

const whole = layer('whole', [0, 0, 1, 1])
const most = layer('most', [0.05, 0.05, 0.9, 0.9])
const phone = layer('phone', [0.25, 0.5, 0.25, 0.25])
const words = layer('words', [0, 0, 1, 1], { text: 'Your money' })
const layers = [whole, most, phone, words]

describe('the layers of a frame', () => {
  test('that cover most of it can show the background; texts and hidden ones cannot', () => {
    expect(backdropCandidates(layers).map(({ id }) => id)).toEqual(['most', 'whole'])
    expect(hidingLayers(layers).map(({ id }) => id)).toEqual(['whole'])
    expect(
      backdropCandidates([
        { ...whole, visible: false },
        { ...whole, canFill: false },
      ]),
    ).toEqual([])
  })

  test('above the one that shows it stand in front, unless they are hidden or lie beside', () => {
    expect(layersInFront(layers, 'frame').map(({ id }) => id)).toEqual(['whole', 'most', 'phone', 'words'])
    expect(layersInFront(layers, 'most').map(({ id }) => id)).toEqual(['phone', 'words'])
    const beside = [layer('out', [1.2, 0, 0.5, 0.5]), layer('hidden', [0, 0, 1, 1], { visible: false })]
    expect(layersInFront(beside, 'frame')).toEqual([])
  })

  test('have their boxes in the layer that shows the background', () => {
    const half = layer('half', [0, 0.5, 1, 0.5])
    expect(foregroundOf([half, phone], 'half')).toEqual([
      { name: 'phone', box: { x: 0.25, y: 0, width: 0.25, height: 0.5 } },
    ])
    expect(foregroundOf(layers, 'most').at(-1)?.text).toBe('Your money')
  })
})

const selectionOf = ({ selection }: UiState) => selection ?? expect.fail()

describe('a background', () => {
  const frame = sampleNode()
  const into = sampleNode({ id: '1:9', name: 'Wall', width: 720, height: 450 })
  const picture = { id: 'c'.repeat(64), width: 1024, height: 640, format: 'png' as const, bytes: 1000 }
  const asked = readyState({ type: 'modeChosen', mode: 'background' }, { type: 'backdropAsked', frame, wanted: null })
  const read = reduce(asked, {
    type: 'backdropRead',
    serial: 1,
    layers: [layer('1:9', [0, 0, 1, 1]), phone],
    into,
    foreground: picture,
  })

  test('waits until what stands in front was read', () => {
    expect(generateOffer(asked)).toMatchObject({ order: null, reason: 'What stands in front is still being read.' })
    expect(generateOffer(read).order).not.toBe(null)
  })

  test('is sent with what stands in front, as a reference and as boxes, for the layer that shows it', () => {
    const brief = sentBrief(read)
    expect(brief.references).toMatchObject([{ imageId: picture.id, role: 'foreground', width: 1024 }])
    expect(brief.foreground.map(({ name }) => name)).toEqual(['phone'])
    expect(sentFrame(read)).toMatchObject({ nodeId: '1:9', width: 720, height: 450 })
    expect(generateOffer(read).job?.request.prompt).toContain('In front: “phone”')
  })

  test('is never sent without it', () => {
    const failure = makeFailure('nothing_visible')
    const failed = reduce(reduce(read, { type: 'backdropAsked', frame, wanted: '1:9' }), {
      type: 'backdropFailed',
      serial: 2,
      failure,
    })
    expect(generateOffer(failed)).toMatchObject({ order: null, reason: failure.message })
    expect(failed.backdrop?.wanted).toBe('1:9')
    const dismissed = reduce(failed, { type: 'backdropDismissed' })
    expect(generateOffer(dismissed)).toMatchObject({ order: null, reason: expect.stringContaining('was not read') })
    const other = reduce(read, { type: 'framePinned', node: sampleNode({ id: '5:5' }) })
    expect(generateOffer(other).order).toBe(null)
    expect(generateOffer(readyState({ type: 'modeChosen', mode: 'background' })).order).toBe(null)
  })

  test('stays as it was read when reading it again fails for now', () => {
    const passing = makeFailure('proxy_unreachable', { address: 'http://x' })
    const failing = (wanted: string) =>
      [
        { type: 'backdropAsked', frame, wanted } as const,
        { type: 'backdropFailed', serial: 2, failure: passing } as const,
      ].reduce(reduce, read)
    const failed = failing('1:9')
    expect(generateOffer(failed)).toMatchObject({ order: null, reason: passing.message })
    expect(generateOffer(reduce(failed, { type: 'backdropDismissed' })).order).toEqual(generateOffer(read).order)
    expect(failing(frame.id).backdrop?.into).toBeNull()
  })

  test('drops the answer to an earlier question', () => {
    const again = reduce(read, { type: 'backdropAsked', frame, wanted: frame.id })
    const late = reduce(again, { type: 'backdropRead', serial: 1, layers: [], into, foreground: null })
    expect(late).toBe(again)
  })

  test('is for the same frame once the layer that shows it is selected', () => {
    const placed = reduce(read, { type: 'selectionChanged', selection: { ...selectionOf(read), nodes: [into] } })
    expect(sentBrief(placed).references).toMatchObject([{ role: 'foreground' }])
    expect(sentFrame(placed)?.nodeId).toBe('1:9')
    expect(generateOffer(placed).order).not.toBe(null)
  })

  test('in the frame’s own fill is of the frame as it is now, not as it was read', () => {
    const own = reduce(asked, { type: 'backdropRead', serial: 1, layers: [phone], into: frame, foreground: picture })
    const reviewed = {
      ...frame,
      review: { verdict: 'approved' as const, note: '', by: 'Ann', at: '2026-11-21T10:00:00Z' },
    }
    const seen = reduce(own, { type: 'nodeRead', node: reviewed })
    expect(backgroundFrame(seen)?.review?.by).toBe('Ann')
    expect(backgroundFrame(read)?.id).toBe(frame.id)
  })

  test.each([
    ['the layer for it', '1:9', 'backdrop_removed'],
    ['its frame', frame.id, 'frame_removed'],
  ])('is not sent once %s is gone, and says so', (_, nodeId, code) => {
    const { backdrop } = reduce(read, { type: 'nodeGone', nodeId })
    expect(backdrop).toMatchObject({ into: null, foreground: null, failure: { code } })
    expect(generateOffer({ ...read, backdrop })).toMatchObject({
      order: null,
      reason: expect.stringContaining('Nothing was spent'),
    })
    expect(reduce(read, { type: 'nodeGone', nodeId: 'another' }).backdrop).toEqual(read.backdrop)
  })

  test('of another frame has nothing of this one', () => {
    const other = reduce(read, { type: 'framePinned', node: sampleNode({ id: '5:5' }) })
    expect(sentBrief(other)).toMatchObject({ references: [], foreground: [] })
    expect(sentFrame(other)?.nodeId).toBe('5:5')
  })

  test('says what stays in front', () => {
    expect(foregroundSentence(read.backdrop ?? expect.fail())).toBe('phone stays in front, untouched.')
    expect(foregroundSentence(asked.backdrop ?? expect.fail())).toBe('Reading what stands in front …')
  })

  test('says so also of layers with long names', () => {
    const backdrop = read.backdrop ?? expect.fail()
    const layers = backdrop.layers.map((layer) => ({ ...layer, name: `${layer.name} of the spring campaign` }))
    expect(foregroundSentence({ ...backdrop, layers })).toBe('phone of the spring cam… stays in front, untouched.')
  })
})
