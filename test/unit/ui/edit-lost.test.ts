import { describe, expect, test } from 'vitest'
import { makeFailure } from '#domain/failure.ts'
import { sampleJob, sampleResult } from '#support/sample-job.ts'
import { provenanceOf } from '#ui/actions/results/provenance-of.ts'
import { draftOf } from '#ui/state/brief/draft-of.ts'
import { generateOffer } from '#ui/state/brief/generate-offer.ts'
import { maskStatus, showsOwnEdit } from '#ui/state/edits/mask-status.ts'
import type { UiEvent } from '#ui/state/ui-event.ts'
import type { UiState } from '#ui/state/ui-state.ts'
import { added, drawnEvent, editing, following, masked, sampleOriginal } from './sample-edit.ts'
import { samplePicture, selectionOf } from './sample-node.ts'
import { connected } from './state-after.ts'

describe('what is closed or removed too early', () => {
  const kept = (state: UiState) => draftOf(state).brief?.edit?.mask?.imageId
  test('leaves the last mask in the draft until there is a newer one, or none is wanted', () => {
    const drawing = following(masked(), { type: 'drawingOpened' }, drawnEvent, drawnEvent)
    expect(drawing.brief.edit?.mask).toBeNull()
    expect(kept(drawing)).toBe('b'.repeat(64))
    expect(kept(following(drawing, { type: 'drawingClosed' }, { type: 'maskPartRemoved', key: 1 }))).toBe(
      'b'.repeat(64),
    )
    expect(kept(following(masked(), { type: 'maskPartRemoved', key: 1 }))).toBeUndefined()
  })

  test.each<[string, UiState, UiEvent[]]>([
    ['a part', masked(), [{ type: 'maskPartRemoved', key: 1 }]],
    ['the picture', masked(), [{ type: 'originalDropped' }]],
    [
      'a drawing',
      editing({ type: 'drawingOpened' }, drawnEvent),
      [{ type: 'maskDrawn', op: { tool: 'clear' } }, { type: 'drawingClosed' }],
    ],
  ])('%s comes back with one “Undo”', (_, state, events) => {
    const back = following(state, ...events, { type: 'removalUndone' })
    expect(back.brief).toEqual(state.brief)
    expect(back.editing.parts).toEqual(state.editing.parts)
    expect(maskStatus(back)).toEqual(maskStatus(state))
    expect(following(back, { type: 'removalUndone' })).toBe(back)
  })
})

describe('the layer of the picture', () => {
  const hashed = (imageHash: string) => [{ index: 0, scaleMode: 'FILL' as const, visible: true, imageHash }]
  test('shows our own edit: that is said, and where to go on', () => {
    const job = sampleJob({ results: [sampleResult('e')] })
    const provenance = { ...provenanceOf(job, 0, { raw: false }), originalId: sampleOriginal().imageId }
    const node = samplePicture({ imageFills: hashed('hash-2'), provenance })
    const state = editing({ type: 'nodeRead', node })
    expect(showsOwnEdit(state)).toBe(true)
    expect(generateOffer(state).reason).toContain('“Go on from it”')
    expect(showsOwnEdit(editing({ type: 'nodeRead', node: { ...node, provenance: null } }))).toBe(false)
  })

  test('deleted, keeps a file from being sent but not a picture as it looked; a layer of the mask is marked', () => {
    const gone: UiEvent = { type: 'nodeGone', nodeId: '1:3' }
    expect(generateOffer(editing(gone)).reason).toContain('replaced or removed')
    const original = sampleOriginal({ fill: null })
    const shown = editing({ type: 'originalRead', node: samplePicture(), original }, gone)
    expect(generateOffer(shown).order?.frame).toEqual({ width: 3_000, height: 2_000, name: 'Lamp' })
    expect(following(masked(), { type: 'nodeGone', nodeId: '1:9' }).editing.gone).toEqual(['1:9'])
  })

  test('that could not be found is looked for no more once the picture is seen again', () => {
    const state = editing({ type: 'editedNodeLost' })
    expect(generateOffer(state).order).toBeNull()
    const selected = following(state, { type: 'selectionChanged', selection: selectionOf(samplePicture()) })
    expect(generateOffer(selected).order?.frame.nodeId).toBe('1:3')
  })
})

test('a mask the proxy could not be asked about is asked again when it answers', () => {
  const state = editing(added)
  const { parts } = state.editing
  const refused = (code: 'proxy_unreachable' | 'mask_everything') =>
    following(state, { type: 'maskMeasured', parts, mask: null, share: null, failure: makeFailure(code) }, connected)
  expect(maskStatus(refused('proxy_unreachable')).kind).toBe('measuring')
  expect(maskStatus(refused('mask_everything')).kind).toBe('refused')
})
