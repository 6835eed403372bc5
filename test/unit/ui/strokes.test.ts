import { afterEach, beforeEach, expect, test } from 'vitest'
import type { DrawOp } from '#contract/draw-op.ts'
import { draftOf } from '#ui/state/brief/draft-of.ts'
import { maskStatus } from '#ui/state/edits/mask-status.ts'
import { reduce } from '#ui/state/reduce.ts'
import type { UiEvent } from '#ui/state/ui-event.ts'
import type { Canvas } from './canvas-stand-in.ts'
import { openWindow } from './open-window.ts'
import { editMode, layerPart, measured, readPicture, sampleShape } from './sample-edit.ts'
import { samplePicture } from './sample-node.ts'
import { readyState } from './state-after.ts'

const stroke = (x: number): DrawOp => ({
  ...{ tool: 'brush', erase: false, size: 20, hardness: 1 },
  points: [{ x, y: 1, pressure: 0.5 }],
})
const drawn = (x: number): UiEvent => ({ type: 'maskDrawn', op: stroke(x) })
const drawing: UiEvent = { type: 'drawingOpened' }

let canvas: Canvas
let ui: ReturnType<typeof openWindow>

/** Without a token nothing is asked of a proxy. */
beforeEach(async () => {
  const settings = { proxyUrl: 'http://127.0.0.1:9', token: '' }
  canvas = { settings, draft: null, nodes: [samplePicture()], picture: new Uint8Array(), placed: [] }
  ui = openWindow(canvas)
  await ui.actions.start()
  for (const event of [editMode, readPicture, drawing]) ui.dispatch(event)
})
afterEach(() => ui.close())

/** Messages to main arrive in their order, so what was sent before is there by then. */
const closeNow = async () => {
  await ui.context.main.getSelection({})
  ui.close()
  const draft = structuredClone(canvas.draft)
  canvas = { ...canvas, draft }
  ui = openWindow(canvas)
  await ui.actions.start()
  return ui.read()
}

test('a stroke drawn right before the window is closed is there again', async () => {
  ui.dispatch(drawn(1))
  const state = await closeNow()
  expect(state.editing.parts).toEqual([{ key: 1, kind: 'drawing', ops: [stroke(1)], undone: [] }])
  expect(maskStatus(state).kind).toBe('measuring')
})

test('so is one over a mask the proxy keeps, on top of that', async () => {
  ui.dispatch(drawn(1))
  ui.dispatch(measured(ui.read()))
  ui.dispatch(drawn(2))
  const state = await closeNow()
  expect(state.editing.parts).toEqual([
    { key: 1, kind: 'saved', imageId: 'b'.repeat(64), side: 'inside' },
    { key: 2, kind: 'drawing', ops: [stroke(2)], undone: [] },
  ])
  expect(state.brief.edit?.mask).toBeNull()
  expect(maskStatus(state).kind).toBe('measuring')
  expect(draftOf(state)).toMatchObject({ brief: { edit: { mask: { imageId: 'b'.repeat(64) } } }, strokes: [stroke(2)] })
})

const kept = (...events: UiEvent[]) => {
  const state = readyState(
    editMode,
    readPicture,
    { type: 'maskPartAdded', part: layerPart(sampleShape()) },
    drawing,
    drawn(1),
  )
  return draftOf([measured(state), ...events].reduce(reduce, state)).strokes
}

test.each<[string, UiEvent[], readonly DrawOp[]]>([
  ['drawn', [drawn(2), drawn(3)], [stroke(2), stroke(3)]],
  [
    'drawn and turned round',
    [drawn(2), { type: 'maskDrawn', op: { tool: 'invert' } }],
    [stroke(2), { tool: 'invert' }],
  ],
  ['drawn and taken back', [drawn(2), { type: 'maskUndone' }], []],
  ['in the mask already', [], []],
  ['less than in the mask', [{ type: 'maskUndone' }], []],
  ['drawn anew after a clear', [{ type: 'maskDrawn', op: { tool: 'clear' } }, drawn(2)], []],
  ['with another side of the layer', [{ type: 'maskSideChosen', key: 1, side: 'outside' }, drawn(2)], []],
])('kept beside a mask of a layer and a stroke: what is %s', (_, events, strokes) => {
  expect(kept(...events)).toEqual(strokes)
})

const longStroke = (x: number): DrawOp => ({
  ...{ tool: 'brush', erase: false, size: 20, hardness: 1 },
  points: Array.from({ length: 9_000 }, (_, y) => ({ x, y, pressure: 1 })),
})

test('of more than a draft holds the first strokes are kept', () => {
  const ops = [longStroke(1), longStroke(2), longStroke(3), stroke(4)]
  expect(kept(...ops.map((op): UiEvent => ({ type: 'maskDrawn', op })))).toEqual(ops.slice(0, 2))
})

test('but none that were cleared away', () => {
  const clear: DrawOp = { tool: 'clear' }
  const ops = [longStroke(1), longStroke(2), longStroke(3), clear, stroke(4)]
  const events = ops.map((op): UiEvent => ({ type: 'maskDrawn', op }))
  expect(draftOf(readyState(editMode, readPicture, drawing, ...events)).strokes).toEqual([stroke(4)])
})

test('places are kept to a hundredth of a pixel', () => {
  const at = { x: 10 / 3, y: 20 / 3 }
  const ops: DrawOp[] = [
    { tool: 'rectangle', erase: true, from: at, to: at },
    { tool: 'lasso', erase: false, points: [at] },
    { tool: 'brush', erase: false, size: 20, hardness: 1, points: [{ ...at, pressure: 0.5 }] },
  ]
  const there = { x: 3.33, y: 6.67 }
  expect(kept(...ops.map((op): UiEvent => ({ type: 'maskDrawn', op })))).toEqual([
    { ...ops[0], from: there, to: there },
    { ...ops[1], points: [there] },
    { ...ops[2], points: [{ ...there, pressure: 0.5 }] },
  ])
})
