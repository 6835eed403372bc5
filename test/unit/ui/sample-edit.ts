import type { DrawOp } from '#contract/draw-op.ts'
import type { Original } from '#domain/edits/edit.ts'
import type { Rect } from '#domain/rect.ts'
import type { LayerShape, NewMaskPart } from '#ui/state/edits/mask-part.ts'
import { reduce } from '#ui/state/reduce.ts'
import type { UiEvent } from '#ui/state/ui-event.ts'
import type { UiState } from '#ui/state/ui-state.ts'
import { samplePicture } from './sample-node.ts'
import { readyState } from './state-after.ts'

export const sampleOriginal = (change: Partial<Original> = {}): Original => ({
  imageId: 'a'.repeat(64),
  width: 3_000,
  height: 2_000,
  name: 'Lamp',
  fill: { nodeId: '1:3', index: 0, imageHash: 'hash-1' },
  ...change,
})

export const editMode: UiEvent = { type: 'modeChosen', mode: 'edit' }
export const readPicture: UiEvent = { type: 'originalRead', node: samplePicture(), original: sampleOriginal() }

export const sampleShape = (nodeId = '1:9', name = 'Star'): LayerShape => ({
  nodeId,
  name,
  shape: nodeId,
  width: 100,
  height: 100,
  toPicture: [1, 0, 0, 1, 0, 0],
})
export const layerPart = (...layers: LayerShape[]): NewMaskPart => ({ kind: 'layers', layers, side: 'inside' })

/** The proxy’s answer to the mask as it is now. */
export const measured = (state: UiState, box: Rect = { x: 1_000, y: 800, width: 300, height: 200 }): UiEvent => ({
  type: 'maskMeasured',
  parts: state.editing.parts,
  mask: { imageId: 'b'.repeat(64), box },
  share: 0.01,
  failure: null,
})

/** The window with the sample picture read to be edited, after further events. */
export const editing = (...events: UiEvent[]): UiState => readyState(editMode, readPicture, ...events)
export const following = (state: UiState, ...events: UiEvent[]): UiState => events.reduce(reduce, state)

export const added: UiEvent = { type: 'maskPartAdded', part: layerPart(sampleShape()) }
const stroke: DrawOp = { tool: 'brush', erase: false, size: 20, hardness: 1, points: [{ x: 1, y: 1, pressure: 1 }] }
export const drawnEvent: UiEvent = { type: 'maskDrawn', op: stroke }

/** As `editing`, with a layer as the mask, which the proxy has measured. */
export const masked = (...events: UiEvent[]): UiState => {
  const state = editing(...events, added)
  return following(state, measured(state))
}
