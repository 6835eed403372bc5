import sharp from 'sharp'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import type { NodeSnapshot } from '#contract/plugin-wire.ts'
import { sniffFormat } from '#domain/image.ts'
import { addMember } from '#support/add-member.ts'
import { createHandEngine, type HandEngine } from '#support/hand-engine.ts'
import { samplePng } from '#support/sample-images.ts'
import { startTestProxy, type TestProxy } from '#support/start-test-proxy.ts'
import { generateOffer, moreOffer } from '#ui/state/brief/generate-offer.ts'
import type { Canvas } from './canvas-stand-in.ts'
import { openWindow } from './open-window.ts'
import { sampleNode, samplePicture, selectionOf } from './sample-node.ts'

let engine: HandEngine
let proxy: TestProxy
let canvas: Canvas
let ui: ReturnType<typeof openWindow>

beforeAll(async () => {
  engine = createHandEngine()
  proxy = await startTestProxy({ parts: { engine } })
})
afterAll(() => proxy.close())
beforeEach(async () => {
  const picture = new Uint8Array(await samplePng(64, 48))
  const nodes = [sampleNode(), samplePicture()]
  canvas = { settings: { proxyUrl: proxy.url, token: proxy.token }, draft: null, nodes, picture, placed: [] }
  ui = openWindow(canvas)
})
afterEach(() => ui.close())

const write = (idea = 'A matte black desk lamp on walnut') => ui.dispatch({ type: 'ideaWritten', idea })
const generate = () => ui.actions.generate(generateOffer(ui.read()))
/** As when the designer selects layers of the open file. */
const select = (...nodes: NodeSnapshot[]) =>
  ui.actions.followSelection({ ...selectionOf(...nodes), fileId: canvas.fileId ?? null })
const newest = () => ui.read().jobs[0]
const done = () => ui.until((now) => now.jobs[0]?.job?.state === 'done')

/** Generates one job and lets the engine finish it. */
async function makeOne(): Promise<void> {
  const made = engine.calls.length
  await generate()
  await (await engine.call(made)).answer()
  await done()
}

test('from the click to the canvas', async () => {
  await ui.actions.start()
  write()
  const left = ui.read().connection.session?.budget.left ?? 0
  await makeOne()
  const state = await ui.until((now) => (now.connection.session?.budget.left ?? left) < left)
  expect(state.screen).toBe('results')
  await ui.actions.placeResult({ jobId: newest()?.id ?? '', index: 0 }, 'layer')
  expect(ui.read().placed?.said).toBe('Placed as layer.')
  const [placed] = canvas.placed
  expect(placed).toMatchObject({ nodeId: '1:2', placement: 'layer' })
  expect(placed?.provenance).toMatchObject({
    jobId: newest()?.id,
    idea: 'A matte black desk lamp on walnut',
    resultIndex: 0,
  })
  expect(sniffFormat(placed?.bytes ?? new Uint8Array())).toBe('png')
})

test('two quick clicks make one job', async () => {
  await ui.actions.start()
  write('Two quick clicks')
  const made = engine.calls.length
  await Promise.all([generate(), generate()])
  await (await engine.call(made)).answer()
  await done()
  expect(ui.read().jobs.filter((entry) => entry.order)).toHaveLength(1)
  expect(engine.calls).toHaveLength(made + 1)
})

test('a closed window loses neither the brief nor the job under way', async () => {
  await ui.actions.start()
  write('Close me')
  ui.dispatch({ type: 'framePinned', node: sampleNode() })
  const made = engine.calls.length
  await generate()
  const call = await engine.call(made)
  const id = newest()?.id
  expect(canvas.draft).toMatchObject({ brief: { idea: 'Close me' }, pinnedNodeId: '1:2' })
  ui.close()

  ui = openWindow(canvas)
  await ui.actions.start()
  expect(ui.read()).toMatchObject({ brief: { idea: 'Close me' }, pinned: { id: '1:2' }, screen: 'results' })
  expect(newest()).toMatchObject({ id, job: { state: 'running' } })
  await call.answer()
  await done()
  expect(newest()?.job?.results).toHaveLength(1)
})

test('a picture whose frame is gone lands nowhere by itself; the next click is for what is selected', async () => {
  await ui.actions.start()
  write('Gone frame')
  await makeOne()
  const pick = { jobId: newest()?.id ?? '', index: 0 }
  const other = sampleNode({ id: '5:5', name: 'Other' })
  canvas.nodes = [other]
  await select(other)
  await ui.actions.placeResult(pick, 'fill')
  expect(ui.read()).toMatchObject({ placing: null, misplaced: { ...pick, failure: { code: 'node_removed' } } })
  expect(canvas.placed).toEqual([])
  expect(ui.read().onSelection).toBe(pick.jobId)
  await ui.actions.placeResult(pick, 'fill')
  expect(canvas.placed.at(-1)?.nodeId).toBe('5:5')
})

test('a WEBP result is placed as PNG', async () => {
  await ui.actions.start()
  write('Webp')
  ui.dispatch({ type: 'renderChosen', render: { format: 'webp' } })
  const made = engine.calls.length
  await generate()
  const call = await engine.call(made)
  const { width, height } = call.request.size
  const webp = await sharp({ create: { width, height, channels: 3, background: 'teal' } })
    .webp()
    .toBuffer()
  await call.answer({ images: [new Uint8Array(webp)] })
  await done()
  expect(newest()?.job?.results[0]?.image.format).toBe('webp')
  await ui.actions.placeResult({ jobId: newest()?.id ?? '', index: 0 }, 'fill')
  expect(sniffFormat(canvas.placed.at(-1)?.bytes ?? new Uint8Array())).toBe('png')
})

test('a refused job says why, costs nothing, and the same brief can be sent again', async () => {
  await ui.actions.start()
  write('Price changed')
  const offer = generateOffer(ui.read())
  if (!offer.order) throw new Error('nothing to send')
  await ui.actions.generate({ ...offer, order: { ...offer.order, agreedPrice: 1 } })
  expect(newest()).toMatchObject({ job: null, failure: { code: 'price_changed' } })
  const refused = newest()?.id ?? ''
  ui.actions.dismissJob(refused)
  expect(ui.read().jobs.map((entry) => entry.id)).not.toContain(refused)
})

test('a submit that found no proxy is sent again under the same id', async () => {
  await ui.actions.start()
  write('Send again')
  const offer = generateOffer(ui.read())
  const { settings } = ui.read()
  ui.dispatch({ type: 'settingsSaved', settings: { ...settings, proxyUrl: 'http://127.0.0.1:9' } })
  await ui.actions.generate(offer)
  const lost = newest()
  expect(lost?.failure?.code).toBe('proxy_unreachable_local')
  ui.dispatch({ type: 'settingsSaved', settings })
  const made = engine.calls.length
  if (lost) await ui.actions.resumeJob(lost)
  await (await engine.call(made)).answer()
  await done()
  expect(newest()?.id).toBe(lost?.id)
})

test('a job that cannot be remembered is sent all the same, and what was not saved is said', async () => {
  await ui.actions.start()
  write('Storage full')
  canvas.full = true
  await makeOne()
  expect(newest()?.job?.results).toHaveLength(1)
  expect(ui.read().failure?.code).toBe('storage_full')
})

test('another token while a job runs leaves none of its cards, and coming back brings it again', async () => {
  await ui.actions.start()
  write('Change token')
  const made = engine.calls.length
  await generate()
  const call = await engine.call(made)
  const id = newest()?.id
  const other = { proxyUrl: proxy.url, token: await addMember(proxy, 'other', 25_000_000) }
  ui.dispatch({ type: 'formEdited', form: other })
  await ui.actions.testConnection()
  expect(ui.read()).toMatchObject({ jobs: [], connection: { session: { member: { name: 'other' } } } })
  ui.dispatch({ type: 'formEdited', form: { token: proxy.token } })
  await ui.actions.testConnection()
  expect(newest()).toMatchObject({ id, job: { state: 'running' } })
  await call.answer()
  await done()
  ui.dispatch({ type: 'formEdited', form: other })
  await ui.actions.testConnection()
  expect(ui.read().jobs).toEqual([])
})

test('generate more sends the same brief as another job', async () => {
  await ui.actions.start()
  write('More')
  await makeOne()
  const first = newest()
  if (!first?.job) throw new Error('no job')
  write('Something else meanwhile')
  const made = engine.calls.length
  await ui.actions.generate(moreOffer(ui.read(), first.job))
  await (await engine.call(made)).answer()
  await done()
  expect(newest()?.id).not.toBe(first.id)
  expect(newest()?.job?.brief.idea).toBe('More')
})

test('cancelling a running job is answered honestly', async () => {
  await ui.actions.start()
  write('Cancel')
  const made = engine.calls.length
  await generate()
  const call = await engine.call(made)
  await ui.actions.cancelJob(newest()?.id ?? '')
  expect(newest()).toMatchObject({ cancelling: false, said: expect.stringContaining('cannot be stopped') })
  await call.answer()
  await done()
})

test('the brief of a placed picture comes back; its idea alone when the job is gone', async () => {
  await ui.actions.start()
  write('Remember me')
  ui.dispatch({ type: 'renderChosen', render: { count: 2 } })
  await makeOne()
  await ui.actions.placeResult({ jobId: newest()?.id ?? '', index: 1 }, 'fill')
  const provenance = canvas.placed.at(-1)?.provenance
  if (!provenance) throw new Error('nothing was placed')
  write('Something else')
  await ui.actions.reuseBrief(provenance)
  expect(ui.read()).toMatchObject({ screen: 'create', brief: { idea: 'Remember me', render: { count: 2 } } })
  await ui.actions.reuseBrief({ ...provenance, jobId: 'job-that-never-existed', idea: 'Only this' })
  expect(ui.read().brief.idea).toBe('Only this')
})
