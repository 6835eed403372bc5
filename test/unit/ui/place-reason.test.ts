import { describe, expect, test } from 'vitest'
import type { NodeSnapshot } from '#contract/plugin-wire.ts'
import { makeFailure } from '#domain/failure.ts'
import type { Placement } from '#domain/placement.ts'
import { sampleJob } from '#support/sample-job.ts'
import { reduce } from '#ui/state/reduce.ts'
import { placeChoice } from '#ui/state/results/place-choice.ts'
import { placeReason } from '#ui/state/results/place-reason.ts'
import { sampleNode, selectionOf } from './sample-node.ts'
import { readyState } from './state-after.ts'

const WAYS: Placement[] = ['fill', 'layer', 'beside']

describe('a way to place that main refuses says why before the click', () => {
  const reason = (node: Partial<NodeSnapshot>, placement: Placement, frameId = '1:2') => {
    const job = sampleJob({ frame: { width: 10, height: 10, name: 'Hero', nodeId: frameId, fileId: 'file-a' } })
    const selection = { ...selectionOf(sampleNode(node)), fileId: 'file-a' }
    return placeReason(readyState({ type: 'selectionChanged', selection }), job, placement)
  }
  const group = { type: 'GROUP', canFill: false }
  const shape = { type: 'RECTANGLE', canHoldLayers: false }
  const instance = { type: 'INSTANCE', canHoldLayers: false }
  const inside = { ...shape, insideInstance: true }

  test.each([
    ['a frame', {}, [null, null, null]],
    ['a group', group, ['node_has_no_fill', null, null]],
    ['a shape', shape, [null, null, null]],
    ['an instance', instance, [null, 'node_inside_instance', null]],
    ['a shape inside an instance', inside, [null, 'node_inside_instance', null]],
  ] as const)('%s', (_, node, codes) => {
    const sentences = codes.map((code) => (code ? makeFailure(code, { name: 'Hero' }).message : null))
    expect(WAYS.map((placement) => reason(node, placement))).toEqual(sentences)
  })

  test('of a picture from another file it is said for the selected layer, whatever its id', () => {
    const frame = { width: 10, height: 10, name: 'Card', nodeId: '9:9', fileId: 'file-b' }
    const elsewhere = readyState({ type: 'selectionChanged', selection: selectionOf(sampleNode(group)) })
    const sentence = makeFailure('node_has_no_fill', { name: 'Hero' }).message
    expect(placeReason(elsewhere, sampleJob({ frame }), 'fill')).toBe(sentence)
  })

  test('it is said for the selected layer when the picture shall go there', () => {
    const job = sampleJob({ frame: { width: 10, height: 10, name: 'Hero', nodeId: '9:9', fileId: 'file-a' } })
    const selection = { ...selectionOf(sampleNode({ ...group, name: 'Card' })), fileId: 'file-a' }
    const state = readyState({ type: 'selectionChanged', selection })
    expect(placeChoice(state, job)).toEqual({
      onSelection: false,
      frame: 'On its frame: Hero',
      selection: 'On the selection: Card',
    })
    const chosen = reduce(state, { type: 'placeChosen', jobId: job.id, onSelection: true })
    expect(placeReason(chosen, job, 'fill')).toBe(makeFailure('node_has_no_fill', { name: 'Card' }).message)
    expect(placeChoice(chosen, sampleJob({ frame: { ...job.frame, fileId: 'file-b' } }))).toBeNull()
  })

  test('of a layer that is not known nothing is said; a held one is known', () => {
    expect(reason(group, 'fill', '9:9')).toBeNull()
    const job = sampleJob({ frame: { width: 10, height: 10, name: 'Card', nodeId: '9:9', fileId: 'file-a' } })
    const selection = { ...selectionOf(), fileId: 'file-a' }
    const pinned = sampleNode({ ...group, id: '9:9' })
    const held = readyState({ type: 'selectionChanged', selection }, { type: 'framePinned', node: pinned })
    expect(placeReason(held, job, 'fill')).not.toBeNull()
  })
})
