import sharp from 'sharp'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createProxyClient } from '#client/proxy-client.ts'
import type { FrameLayer } from '#contract/plugin-wire.ts'
import { createHandEngine } from '#support/hand-engine.ts'
import { startTestProxy, type TestProxy } from '#support/start-test-proxy.ts'
import { generateOffer } from '#ui/state/brief/generate-offer.ts'
import { maskStatus } from '#ui/state/edits/mask-status.ts'
import type { Canvas } from './canvas-stand-in.ts'
import { openWindow } from './open-window.ts'
import { sampleNode, samplePicture } from './sample-node.ts'

let proxy: TestProxy
let canvas: Canvas
let ui: ReturnType<typeof openWindow>

const frame = sampleNode()
const wall = sampleNode({ id: '1:9', name: 'Wall', type: 'RECTANGLE', width: 720, height: 450, canHoldLayers: false })
const phone = sampleNode({ id: '1:10', name: 'Phone', type: 'RECTANGLE', width: 72, height: 90 })
const inFrame = ({ id, name }: typeof wall, box: FrameLayer['box']): FrameLayer => ({
  ...{ id, name, box, canFill: true, visible: true },
})
const phoneAt = (x: number) => inFrame(phone, { x, y: 0.5, width: 0.1, height: 0.2 })
const wallLayer = inFrame(wall, { x: 0, y: 0, width: 1, height: 1 })
const filled = async (background: string) =>
  new Uint8Array(
    await sharp({ create: { width: 20, height: 20, channels: 4, background } })
      .png()
      .toBuffer(),
  )
const shapesOf = (bytes: Uint8Array): NonNullable<Canvas['shapes']> => ({
  '1:10': { bytes, toPicture: [4, 0, 0, 4, 200, 300] },
})

beforeAll(async () => {
  proxy = await startTestProxy({ parts: { engine: createHandEngine() } })
})
afterAll(() => proxy.close())
beforeEach(async () => {
  canvas = {
    settings: { proxyUrl: proxy.url, token: proxy.token },
    draft: null,
    nodes: [frame, wall, phone, samplePicture()],
    picture: await filled('#fff'),
    placed: [],
    layers: [wallLayer, phoneAt(0.25)],
    shapes: shapesOf(await filled('#000')),
  }
  ui = openWindow(canvas)
  await ui.actions.start()
  ui.dispatch({ type: 'modeChosen', mode: 'background' })
  ui.dispatch({ type: 'ideaWritten', idea: 'a bright kitchen' })
  ui.dispatch({ type: 'framePinned', node: frame })
  await ui.actions.readBackdrop(frame)
})
afterEach(() => ui.close())

const click = async () => {
  await ui.actions.generate(generateOffer(ui.read()))
  return ui.read().jobs[0]
}
const jobs = () => ui.context.client().listJobs()

test('a background goes into the layer people see, with what stands in front of it', () => {
  expect(ui.read().backdrop).toMatchObject({ into: { id: '1:9' }, failure: null, reading: false })
  const { order } = generateOffer(ui.read())
  expect(order?.brief.foreground).toEqual([{ name: 'Phone', box: phoneAt(0.25).box }])
  expect(order?.brief.references).toMatchObject([{ role: 'foreground', width: 1024, height: 640 }])
})

describe('at the click what stands in front is read again:', () => {
  test('what was moved or looks different is sent as it is now', async () => {
    const before = generateOffer(ui.read()).order?.brief.references[0]
    canvas.layers = [wallLayer, phoneAt(0.75)]
    canvas.shapes = shapesOf(await filled('#f00'))
    const entry = await click()
    expect(entry?.job?.brief.foreground).toEqual([{ name: 'Phone', box: phoneAt(0.75).box }])
    const [reference] = entry?.job?.brief.references ?? []
    expect(reference).toMatchObject({ role: 'foreground' })
    expect(reference?.imageId).not.toBe(before?.imageId)
  })

  test('where that changes the price nothing is sent, and the new price is shown', async () => {
    const before = generateOffer(ui.read()).label
    canvas.layers = [wallLayer]
    const earlier = await jobs()
    expect(await click()).toMatchObject({ job: null, failure: { code: 'price_changed' } })
    expect(await jobs()).toEqual(earlier)
    const { label, order } = generateOffer(ui.read())
    expect(label).not.toBe(before)
    expect(order?.brief).toMatchObject({ foreground: [], references: [] })
    expect((await click())?.job?.brief.references).toEqual([])
  })

  test('nor is anything sent where only the dollars beside the credits change', async () => {
    const { session } = ui.read().connection
    if (!session) expect.fail()
    const table = { '1K': 6, '2K': 12, '4K': 20 }
    ui.dispatch({ type: 'sessionReceived', session: { ...session, credits: { table, used: 0 } } })
    const { label, dollars } = generateOffer(ui.read())
    canvas.layers = [wallLayer]
    const entry = await click()
    const now = generateOffer(ui.read())
    expect(now.label).toBe(label)
    expect(now.dollars).not.toBe(dollars)
    expect(entry).toMatchObject({
      job: null,
      failure: { code: 'price_changed', details: { price: now.dollars, agreed: dollars } },
    })
  })

  test('a frame that is gone is said', async () => {
    canvas.nodes = [phone]
    expect(await click()).toMatchObject({ job: null, failure: { code: 'frame_removed' } })
  })

  test.each([
    ['gone', () => [frame, phone]],
    ['in another place', () => [frame, wall, phone]],
  ])('a layer for the background that is %s is said, and nothing is sent', async (_, nodes) => {
    canvas.nodes = nodes()
    canvas.layers = [phoneAt(0.25)]
    const earlier = await jobs()
    expect(await click()).toMatchObject({ job: null, failure: { code: 'backdrop_removed' } })
    expect(await jobs()).toEqual(earlier)
    expect(generateOffer(ui.read())).toMatchObject({ order: null, reason: expect.stringContaining('was deleted') })
    await ui.actions.readBackdrop(frame, ui.read().backdrop?.wanted ?? undefined)
    expect(generateOffer(ui.read()).order?.frame.nodeId).toBe(frame.id)
  })
})

describe('a click that fails on its way, tried again,', () => {
  const fails = async () => {
    const { client } = ui.context
    ui.context.client = () => createProxyClient({ baseUrl: 'http://127.0.0.1:9', token: proxy.token })
    const entry = await click()
    ui.context.client = client
    expect(entry).toMatchObject({ job: null, failure: { retryable: true } })
    return entry?.id
  }
  const again = async (id: string | undefined) => {
    const entry = () => ui.read().jobs.find((each) => each.id === id)
    await ui.actions.resumeJob(entry() ?? expect.fail())
    return entry()
  }

  test('sends what stands in front now, and the file it is in', async () => {
    const id = await fails()
    canvas.layers = [wallLayer, phoneAt(0.75)]
    const entry = await again(id)
    expect(entry?.job?.brief.foreground).toEqual([{ name: 'Phone', box: phoneAt(0.75).box }])
    expect(entry?.job?.frame).toMatchObject({ nodeId: '1:9', fileId: canvas.fileId })
    expect(canvas.fileId).toBeDefined()
  })

  test('is for its own frame, whatever the brief is about by then', async () => {
    const id = await fails()
    const other = sampleNode({ id: '5:5' })
    canvas.nodes = [...canvas.nodes, other]
    ui.dispatch({ type: 'framePinned', node: other })
    canvas.layers = []
    await ui.actions.readBackdrop(other)
    canvas.layers = [wallLayer, phoneAt(0.75)]
    const { backdrop } = ui.read()
    expect((await again(id))?.job?.brief.foreground).toEqual([{ name: 'Phone', box: phoneAt(0.75).box }])
    expect(ui.read().backdrop).toBe(backdrop)
  })

  test.each([
    ['at another price', () => [frame, wall, phone], 'price_changed'],
    ['for a layer that is gone', () => [frame, phone], 'backdrop_removed'],
  ])('is not sent %s', async (_, nodes, code) => {
    const id = await fails()
    const earlier = await jobs()
    canvas.nodes = nodes()
    canvas.layers = [wallLayer]
    expect(await again(id)).toMatchObject({ job: null, failure: { code } })
    expect(await jobs()).toEqual(earlier)
  })
})

test('a product is not protected, and the mode stays, when its picture cannot be read', async () => {
  canvas.picture = new TextEncoder().encode('no picture')
  await ui.actions.protectProduct(samplePicture())
  expect(ui.read()).toMatchObject({ brief: { mode: 'background' }, failure: { code: 'image_unreadable' } })
})

test('a subject is protected by its alpha only where it is opaque: all of its soft edge may change', async () => {
  const edges = [255, 252, 249, 200, 129, 127, 1, 0]
  const pixels = Buffer.from(
    Array.from({ length: 64 * 64 }, (_, i) => [40, 90, 30, edges[Math.floor((i % 64) / 8)] ?? 0]).flat(),
  )
  const raw = { width: 64, height: 64, channels: 4 as const }
  canvas.picture = new Uint8Array(await sharp(pixels, { raw }).png().toBuffer())
  await ui.actions.protectProduct(samplePicture())
  const { brief } = await ui.until((state) => maskStatus(state).kind === 'ready')
  const mask = await ui.context.client().image(brief.edit?.mask?.imageId ?? '')
  const kept = await sharp(mask).ensureAlpha().extractChannel('alpha').raw().toBuffer()
  expect(Array.from({ length: 8 }, (_, step) => kept[32 * 64 + step * 8 + 4])).toEqual([255, 255, 0, 0, 0, 0, 0, 0])
})

test('a product is protected once, also when it is clicked again while its picture is measured', async () => {
  canvas.exported = []
  const first = ui.actions.protectProduct(samplePicture())
  expect(ui.read().editing.protecting).toBe(true)
  await ui.until(({ brief, editing }) => brief.edit !== null && editing.reading === null)
  await Promise.all([first, ui.actions.protectProduct(samplePicture()), ui.actions.protectProduct(samplePicture())])
  expect(canvas.exported).toEqual(['1:3'])
  expect(ui.read()).toMatchObject({
    brief: { mode: 'edit', edit: { verb: 'background' } },
    editing: { protecting: false },
  })
})
