import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { createProxyClient } from '#client/proxy-client.ts'
import { addMember } from '#support/add-member.ts'
import { createHandEngine, type HandEngine } from '#support/hand-engine.ts'
import { samplePng } from '#support/sample-images.ts'
import { startTestProxy, type TestProxy } from '#support/start-test-proxy.ts'
import { generateOffer } from '#ui/state/brief/generate-offer.ts'
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

const newest = () => ui.read().jobs[0]
const elsewhere = (fileId: string | null) => ({ ...selectionOf(samplePicture()), fileId })

async function makeOne(): Promise<{ jobId: string; index: number }> {
  const made = engine.calls.length
  await ui.actions.generate(generateOffer(ui.read()))
  await (await engine.call(made)).answer()
  await ui.until((now) => now.jobs[0]?.job?.state === 'done')
  return { jobId: newest()?.id ?? '', index: 0 }
}

test('a picture never lands on the layer that has its frame’s id in another file', async () => {
  await ui.actions.start()
  expect(canvas.fileId).toBeUndefined()
  ui.dispatch({ type: 'ideaWritten', idea: 'Another file' })
  const pick = await makeOne()
  expect(canvas.fileId).toMatch(/^\w{10,}$/)
  expect(newest()?.job?.frame).toMatchObject({ nodeId: '1:2', fileId: canvas.fileId })
  ui.close()

  canvas.fileId = 'another-file'
  ui = openWindow(canvas)
  await ui.actions.start()
  await ui.actions.followSelection(elsewhere('another-file'))
  await ui.actions.placeResult(pick, 'fill')
  expect(canvas.placed.map(({ nodeId }) => nodeId)).toEqual(['1:3'])
  await ui.actions.followSelection({ ...selectionOf(), fileId: 'another-file' })
  await ui.actions.placeResult(pick, 'fill')
  expect(ui.read().misplaced?.failure.code).toBe('other_file')
  expect(canvas.placed).toHaveLength(1)
})

test('a picture goes to what is selected when the designer wants that, else to its own frame', async () => {
  await ui.actions.start()
  ui.dispatch({ type: 'ideaWritten', idea: 'Elsewhere' })
  const pick = await makeOne()
  const fileId = canvas.fileId ?? ''
  await ui.actions.followSelection(elsewhere(fileId))
  await ui.actions.placeResult(pick, 'fill')
  ui.dispatch({ type: 'placeChosen', jobId: pick.jobId, onSelection: true })
  await ui.actions.placeResult(pick, 'fill')
  expect(canvas.placed.map(({ nodeId }) => nodeId)).toEqual(['1:2', '1:3'])
  await ui.actions.followSelection({ ...selectionOf(), fileId })
  await ui.actions.placeResult(pick, 'fill')
  expect(ui.read().misplaced?.failure.code).toBe('nothing_selected')
  expect(canvas.placed).toHaveLength(2)
})

test('a kept frame comes back in its own file only', async () => {
  canvas.fileId = 'file-a'
  canvas.draft = {
    brief: ui.read().brief,
    pinnedNodeId: '1:2',
    pinnedFileId: 'file-a',
    edited: null,
    strokes: [],
    marks: [],
  }
  await ui.actions.start()
  expect(ui.read().pinned?.id).toBe('1:2')
  ui.close()
  canvas.fileId = 'file-b'
  ui = openWindow(canvas)
  await ui.actions.start()
  expect(ui.read().pinned).toBeNull()
})

test('a kept frame that was deleted or resized out of sight is noticed when the selection changes', async () => {
  await ui.actions.start()
  ui.dispatch({ type: 'framePinned', node: sampleNode() })
  canvas.nodes = [sampleNode({ width: 700 }), samplePicture()]
  await ui.actions.followSelection(elsewhere(null))
  expect(ui.read().pinned?.width).toBe(700)
  canvas.nodes = [samplePicture()]
  await ui.actions.followSelection(elsewhere(null))
  expect(ui.read().pinned).toBeNull()
})

test.each([
  ['deleted', [samplePicture()], 'frame_removed', '1:3'],
  ['resized', [sampleNode({ width: 2000 }), samplePicture()], 'frame_resized', '1:2'],
] as const)('a frame %s meanwhile costs nothing, and the window knows', async (_, nodes, code, target) => {
  await ui.actions.start()
  ui.dispatch({ type: 'ideaWritten', idea: 'Look again' })
  ui.dispatch({ type: 'framePinned', node: sampleNode() })
  const made = engine.calls.length
  canvas.nodes = [...nodes]
  await ui.actions.generate(generateOffer(ui.read()))
  expect(newest()).toMatchObject({ job: null, failure: { code } })
  expect(engine.calls).toHaveLength(made)
  expect(generateOffer(ui.read()).order?.frame).toMatchObject({ nodeId: target, width: nodes[0].width })
  expect(canvas.fileId).toBeUndefined()
})

test('what was decided while the proxy was away reaches it on the next start', async () => {
  await ui.actions.start()
  ui.dispatch({ type: 'ideaWritten', idea: 'Away' })
  const pick = await makeOne()
  const { client } = ui.context
  ui.context.client = () => createProxyClient({ baseUrl: 'http://127.0.0.1:9', token: proxy.token })
  ui.actions.dismissJob(pick.jobId)
  expect(newest()?.job?.dismissed).toBe(true)
  await expect.poll(() => canvas.draft?.marks).toMatchObject([{ jobId: pick.jobId, dismissed: true }])
  ui.close()
  ui = openWindow(canvas)
  await ui.actions.start()
  expect(ui.read().marks).toEqual([])
  expect(ui.read().jobs.map(({ id }) => id)).not.toContain(pick.jobId)
  expect((await client().job(pick.jobId)).dismissed).toBe(true)
})

test('what was decided as one member is not sent as another, and waits for the first', async () => {
  await ui.actions.start()
  ui.dispatch({ type: 'ideaWritten', idea: 'Two members' })
  const pick = await makeOne()
  const { client } = ui.context
  ui.context.client = () => createProxyClient({ baseUrl: 'http://127.0.0.1:9', token: proxy.token })
  ui.actions.dismissJob(pick.jobId)
  await expect.poll(() => ui.context.marking).toBeNull()
  ui.context.client = client
  const settings = { proxyUrl: proxy.url, token: await addMember(proxy, 'second', 1_000_000) }
  ui.dispatch({ type: 'formEdited', form: settings })
  await ui.actions.testConnection()
  expect(ui.read()).toMatchObject({
    connection: { session: { member: { name: 'second' } } },
    marks: [{ dismissed: true }],
  })
  ui.dispatch({ type: 'formEdited', form: { token: proxy.token } })
  await ui.actions.testConnection()
  expect(ui.read().marks).toEqual([])
  expect((await client().job(pick.jobId)).dismissed).toBe(true)
})

test('what could not be told is told when the proxy answers again', async () => {
  await ui.actions.start()
  ui.dispatch({ type: 'ideaWritten', idea: 'Back' })
  const pick = await makeOne()
  const { client } = ui.context
  ui.context.client = () => createProxyClient({ baseUrl: 'http://127.0.0.1:9', token: proxy.token })
  ui.actions.dismissJob(pick.jobId)
  await expect.poll(() => ui.context.marking).toBeNull()
  expect(ui.read().marks).toHaveLength(1)
  ui.context.client = client
  ui.dispatch({ type: 'ideaWritten', idea: 'Another one' })
  await makeOne()
  await ui.until((now) => now.marks.length === 0)
  expect((await client().job(pick.jobId)).dismissed).toBe(true)
})
