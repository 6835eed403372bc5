import sharp from 'sharp'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { createHandEngine } from '#support/hand-engine.ts'
import { samplePng } from '#support/sample-images.ts'
import { startTestProxy, type TestProxy } from '#support/start-test-proxy.ts'
import { generateOffer } from '#ui/state/brief/generate-offer.ts'
import { maskStatus } from '#ui/state/edits/mask-status.ts'
import type { Canvas } from './canvas-stand-in.ts'
import { openWindow } from './open-window.ts'
import { sampleNode, samplePicture, selectionOf } from './sample-node.ts'

let proxy: TestProxy
let canvas: Canvas
let picture: Uint8Array
let square: Uint8Array
let ui: ReturnType<typeof openWindow>

const star = sampleNode({ id: '1:9', name: 'Star', type: 'STAR' })
const blob = sampleNode({ id: '1:10', name: 'Blob', type: 'VECTOR' })
const SIZE = { width: 1_200, height: 800 }

beforeAll(async () => {
  proxy = await startTestProxy({ parts: { engine: createHandEngine() } })
  picture = new Uint8Array(await samplePng(SIZE.width, SIZE.height))
  const black = { width: 100, height: 100, channels: 4 as const, background: '#000' }
  square = new Uint8Array(await sharp({ create: black }).png().toBuffer())
})
afterAll(() => proxy.close())
beforeEach(async () => {
  canvas = {
    settings: { proxyUrl: proxy.url, token: proxy.token },
    draft: null,
    nodes: [samplePicture(), star, blob],
    picture,
    placed: [],
    shapes: { '1:9': { bytes: square, toPicture: [2, 0, 0, 1, 600, 400] } },
  }
  ui = openWindow(canvas)
  await ui.actions.start()
  ui.dispatch({ type: 'modeChosen', mode: 'edit' })
  ui.dispatch({ type: 'ideaWritten', idea: 'The cushion: forest green' })
})
afterEach(() => ui.close())

const readPicture = () => ui.actions.readOriginal(samplePicture(), 'original')
const ready = () => ui.until((state) => maskStatus(state).kind === 'ready')

test('a picture is read once, however often it is clicked, and keeps its size', async () => {
  await Promise.all([readPicture(), readPicture()])
  const { brief, editing } = ui.read()
  expect(brief.edit).toMatchObject({
    original: { ...SIZE, name: 'Lamp', fill: { nodeId: '1:3', index: 0, imageHash: 'hash-1' } },
    canvas: SIZE,
    mask: null,
  })
  expect(editing).toMatchObject({ node: { id: '1:3' }, reading: null, failure: null })
})

test('a picture that cannot be read is said, and the one before stays', async () => {
  await readPicture()
  const before = ui.read().brief.edit
  canvas.picture = new TextEncoder().encode('no picture')
  await readPicture()
  expect(ui.read().editing.failure?.code).toBe('image_unreadable')
  expect(ui.read().brief.edit).toBe(before)
})

test('a layer becomes a mask: its box is measured where it lies in the picture, and only a window around it is sent', async () => {
  await readPicture()
  expect(generateOffer(ui.read()).job?.plan.window).toEqual({ x: 0, y: 0, ...SIZE })
  await ui.actions.addMaskLayers([star])
  expect(generateOffer(ui.read())).toMatchObject({ order: null, reason: 'The mask is still being measured.' })
  const state = await ready()
  expect(state.brief.edit?.mask?.box).toEqual({ x: 600, y: 400, width: 200, height: 100 })
  expect(maskStatus(state)).toMatchObject({ share: 20_000 / (SIZE.width * SIZE.height) })
  const offer = generateOffer(state)
  expect(offer.job?.plan.window?.height).toBeLessThan(SIZE.height)
  expect(offer.job?.request.mask).toBe(state.brief.edit?.mask?.imageId)
})

test('all except a layer, and what is drawn by hand on top', async () => {
  await readPicture()
  await ui.actions.addMaskLayers([star])
  ui.dispatch({ type: 'maskSideChosen', key: 1, side: 'outside' })
  const erase = { tool: 'rectangle' as const, erase: true, from: { x: 0, y: 0 }, to: { x: 1_200, y: 600 } }
  ui.dispatch({ type: 'drawingOpened' })
  ui.dispatch({ type: 'maskDrawn', op: erase })
  ui.dispatch({ type: 'drawingClosed' })
  const state = await ready()
  expect(state.brief.edit?.mask?.box).toEqual({ x: 0, y: 600, width: 1_200, height: 200 })
})

test('a mask that covers nothing is refused in a sentence, and nothing can be sent', async () => {
  await readPicture()
  const op = { tool: 'rectangle' as const, erase: true, from: { x: 0, y: 0 }, to: { x: 50, y: 50 } }
  ui.dispatch({ type: 'maskDrawn', op })
  const state = await ui.until((now) => maskStatus(now).kind === 'refused')
  expect(generateOffer(state)).toMatchObject({ order: null, reason: expect.stringContaining('covers nothing') })
})

test('a layer beside the picture is no mask, and that is said', async () => {
  await readPicture()
  await ui.actions.addMaskLayers([blob])
  expect(ui.read().editing).toMatchObject({ parts: [], failure: { code: 'mask_outside' } })
})

test('a layer that was moved is read again', async () => {
  await readPicture()
  await ui.actions.addMaskLayers([star])
  await ready()
  const shape = canvas.shapes?.['1:9']
  if (shape) canvas.shapes = { '1:9': { ...shape, toPicture: [1, 0, 0, 1, 0, 0] } }
  const [part] = ui.read().editing.parts
  if (part?.kind === 'layers') await ui.actions.readMaskLayersAgain(part)
  const state = await ready()
  expect(state.brief.edit?.mask?.box).toEqual({ x: 0, y: 0, width: 100, height: 100 })
})

const sent = async () => {
  const offer = generateOffer(ui.read())
  await ui.actions.generate(offer)
  return ui.read().jobs[0]
}

test('a picture that was replaced, or whose layer is gone, is found out before anything is sent', async () => {
  await readPicture()
  const replaced = { index: 0, scaleMode: 'FILL' as const, visible: true, imageHash: 'hash-2' }
  canvas.nodes = [samplePicture({ imageFills: [replaced] })]
  expect(await sent()).toMatchObject({ job: null, failure: { code: 'original_lost' } })
  expect(generateOffer(ui.read()).reason).toContain('replaced or removed')
  canvas.nodes = [samplePicture()]
  await readPicture()
  canvas.nodes = []
  expect(await sent()).toMatchObject({ job: null, failure: { code: 'original_lost' } })
  expect(await ui.context.client().listJobs()).toEqual([])
})

test('a mask layer that was deleted meanwhile is found out before anything is sent', async () => {
  await readPicture()
  await ui.actions.addMaskLayers([star])
  await ready()
  canvas.nodes = [samplePicture()]
  expect(await sent()).toMatchObject({ job: null, failure: { code: 'mask_layer_removed' } })
  expect(await ui.context.client().listJobs()).toEqual([])
})

test('a mask layer that was moved meanwhile is found out before anything is sent, and read again', async () => {
  await readPicture()
  await ui.actions.addMaskLayers([star])
  await ready()
  canvas.shapes = { '1:9': { bytes: square, toPicture: [2, 0, 0, 1, 0, 0] } }
  expect(await sent()).toMatchObject({ job: null, failure: { code: 'mask_layer_moved' } })
  expect(ui.read().editing.failure?.message).toContain('“Star” was moved')
  const state = await ready()
  expect(state.brief.edit?.mask?.box).toEqual({ x: 0, y: 0, width: 200, height: 100 })
  expect(await ui.context.client().listJobs()).toEqual([])
})

test('what is drawn is measured while the editor is open', async () => {
  await readPicture()
  ui.dispatch({ type: 'drawingOpened' })
  const op = { tool: 'rectangle' as const, erase: false, from: { x: 0, y: 0 }, to: { x: 100, y: 100 } }
  ui.dispatch({ type: 'maskDrawn', op })
  expect((await ready()).editing.drawing).toBe(true)
})

test('after a reload a layer that shows another picture is found out at once', async () => {
  await readPicture()
  await expect.poll(() => canvas.draft?.brief?.edit).toBeTruthy()
  ui.close()
  canvas.nodes = [samplePicture({ imageFills: [] })]
  ui = openWindow(canvas)
  await ui.actions.start()
  const state = await ui.until(({ editing }) => editing.lost)
  expect(generateOffer(state)).toMatchObject({ order: null, reason: expect.stringContaining('replaced or removed') })
})

test('two clicks at once are one job, for the layer whose picture is edited', async () => {
  await readPicture()
  await ui.actions.addMaskLayers([star])
  ui.dispatch({ type: 'selectionChanged', selection: selectionOf(star) })
  await ready()
  await Promise.all([ui.actions.generate(generateOffer(ui.read())), ui.actions.generate(generateOffer(ui.read()))])
  const jobs = await ui.context.client().listJobs()
  expect(jobs).toHaveLength(1)
  expect(jobs[0]).toMatchObject({ frame: { nodeId: '1:3' }, brief: { mode: 'edit', edit: { verb: 'change' } } })
})

test('after a reload the layer that was read as it looks is known, in its own file', async () => {
  await ui.actions.readOriginal(samplePicture(), 'asShown')
  await expect.poll(() => canvas.draft?.edited).toEqual({ nodeId: '1:3', fileId: canvas.fileId })
  const reopened = async () => {
    ui.close()
    ui = openWindow(canvas)
    await ui.actions.start()
    return generateOffer(ui.read()).order?.frame
  }
  expect(await reopened()).toMatchObject({ nodeId: '1:3', fileId: canvas.fileId })
  canvas.fileId = 'another-file'
  const elsewhere = await reopened()
  expect(elsewhere).toMatchObject(SIZE)
  expect(elsewhere?.nodeId).toBeUndefined()
})

test('after a reload the mask comes back from the proxy, and more can be drawn on it', async () => {
  await readPicture()
  await ui.actions.addMaskLayers([star])
  await ready()
  await expect.poll(() => canvas.draft?.brief?.edit?.mask).toBeTruthy()
  ui.close()
  ui = openWindow(canvas)
  await ui.actions.start()
  await ui.until(({ editing }) => editing.node?.id === '1:3')
  expect(maskStatus(ui.read())).toEqual({ kind: 'ready', share: null })
  const op = { tool: 'rectangle' as const, erase: false, from: { x: 0, y: 400 }, to: { x: 100, y: 500 } }
  ui.dispatch({ type: 'maskDrawn', op })
  const state = await ui.until((now) => maskStatus(now).kind === 'ready')
  expect(state.brief.edit?.mask?.box).toEqual({ x: 0, y: 400, width: 800, height: 100 })
})

const tryAgain = async (between: () => Promise<unknown>) => {
  await readPicture()
  await ui.actions.addMaskLayers([star])
  await ready()
  canvas.unreadable = ['file']
  const failed = (await sent()) ?? expect.fail()
  expect(failed).toMatchObject({ job: null, failure: { code: 'canvas_failed' } })
  canvas.unreadable = []
  canvas.shapes = { '1:9': { bytes: square, toPicture: [2, 0, 0, 1, 0, 0] } }
  await between()
  await ui.actions.resumeJob(failed)
  return { failed, now: ui.read().jobs.find(({ id }) => id === failed.id) }
}

test('a click tried again finds out that a layer of its mask was moved', async () => {
  const { now } = await tryAgain(async () => undefined)
  expect(now).toMatchObject({ job: null, failure: { code: 'mask_layer_moved' } })
})

test('but sends the mask it was for when another one was made since', async () => {
  const { failed, now } = await tryAgain(() => {
    const op = { tool: 'rectangle' as const, erase: false, from: { x: 0, y: 0 }, to: { x: 50, y: 50 } }
    ui.dispatch({ type: 'maskDrawn', op })
    return ready()
  })
  expect(now?.job?.brief.edit?.mask).toEqual(failed.order?.brief.edit?.mask)
})
