import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { createHandEngine } from '#support/hand-engine.ts'
import { samplePng } from '#support/sample-images.ts'
import { startTestProxy, type TestProxy } from '#support/start-test-proxy.ts'
import { saveDraft } from '#ui/actions/save-draft.ts'
import { generateOffer } from '#ui/state/brief/generate-offer.ts'
import { planned } from '#ui/state/brief/planned.ts'
import type { Canvas } from './canvas-stand-in.ts'
import { openWindow } from './open-window.ts'
import { sampleNode, samplePicture } from './sample-node.ts'

let proxy: TestProxy
let canvas: Canvas
let ui: ReturnType<typeof openWindow>

beforeAll(async () => {
  proxy = await startTestProxy({ parts: { engine: createHandEngine() } })
})
afterAll(() => proxy.close())
beforeEach(async () => {
  const picture = new Uint8Array(await samplePng(64, 48))
  const nodes = [sampleNode(), samplePicture()]
  canvas = { settings: { proxyUrl: proxy.url, token: proxy.token }, draft: null, nodes, picture, placed: [] }
  ui = openWindow(canvas)
})
afterEach(() => ui.close())

const write = (idea: string) => ui.dispatch({ type: 'ideaWritten', idea })

test('opening reads settings and selection and asks the proxy', async () => {
  await ui.actions.start()
  const state = ui.read()
  expect(state.connection.session?.member.name).toBe('local')
  expect(state.selection?.nodes.map((node) => node.name)).toEqual(['Hero', 'Lamp'])
  expect(state.screen).toBe('create')
})

test('a selected layer becomes a reference with its real size, once', async () => {
  await ui.actions.start()
  canvas.notices = []
  await ui.actions.addFromSelection(samplePicture(), 'original')
  expect(canvas.notices).toEqual([])
  await ui.actions.addFromSelection(samplePicture(), 'asShown')
  expect(canvas.notices).toEqual(['“Lamp” is already in the list.'])
  expect(ui.read().uploads).toEqual([])
  expect(ui.read().brief.references).toEqual([
    expect.objectContaining({ width: 64, height: 48, name: 'Lamp', role: 'subject' }),
  ])
})

test('a file that is no picture is refused by name, and the brief stays', async () => {
  await ui.actions.start()
  const png = new File([new Uint8Array(canvas.picture)], 'lamp.png')
  await ui.actions.addFiles([new File(['hello'], 'notes.png'), png])
  expect(ui.read().uploads).toEqual([
    expect.objectContaining({ name: 'notes.png', failure: expect.objectContaining({ code: 'image_unreadable' }) }),
  ])
  expect(ui.read().brief.references.map((reference) => reference.name)).toEqual(['lamp.png'])
})

test('a layer that is gone meanwhile is said so', async () => {
  await ui.actions.start()
  await ui.actions.addFromSelection(samplePicture({ id: 'gone' }), 'asShown')
  expect(ui.read().uploads[0]?.failure?.code).toBe('node_removed')
})

test.each([
  ['a good address and token', () => ({ proxyUrl: ` ${proxy.url}/ `, token: ` ${proxy.token} ` }), null],
  ['a wrong token', () => ({ proxyUrl: proxy.url, token: 'fw_wrong' }), 'token_wrong'],
  ['nobody there', () => ({ proxyUrl: 'http://127.0.0.1:9', token: 'x' }), 'proxy_unreachable_local'],
])('testing %s', async (_, form, code) => {
  canvas.settings = { proxyUrl: 'http://127.0.0.1:9', token: '' }
  await ui.actions.start()
  expect(ui.read().screen).toBe('settings')
  ui.dispatch({ type: 'formEdited', form: form() })
  await ui.actions.testConnection()
  const { form: tested, connection } = ui.read()
  expect(tested).toMatchObject({ testing: false, tested: true })
  expect(connection.failure?.code ?? null).toBe(code)
  if (code === null) expect(canvas.settings).toEqual({ proxyUrl: proxy.url, token: proxy.token })
})

test('the draft is saved once the designer pauses', async () => {
  await ui.actions.start()
  write('Saved by itself')
  await expect.poll(() => canvas.draft?.brief?.idea).toBe('Saved by itself')
})

test.each([
  ['an idea no model reads', { idea: 'x'.repeat(40_001) }],
  ['thousands of sentences', { avoid: Array.from({ length: 6_000 }, (_, i) => `thing ${i}`) }],
])('a brief with %s is refused in a sentence, and kept', async (_, change) => {
  await ui.actions.start()
  const brief = { ...ui.read().brief, idea: 'Lamp', ...change }
  ui.dispatch({ type: 'briefReplaced', brief })
  await expect.poll(() => canvas.draft?.brief).toEqual(brief)
  expect(ui.read().failure).toBeNull()
  expect(planned(ui.read(), brief, { width: 1440, height: 900, name: '' }).failure?.code).toBe('prompt_too_long')
  ui.close()
  ui = openWindow(canvas)
  await ui.actions.start()
  expect(ui.read().brief).toEqual(brief)
})

test('a picture’s address is shared while it is shown', async () => {
  await ui.actions.start()
  await ui.actions.addFromSelection(samplePicture(), 'original')
  const id = ui.read().brief.references[0]?.imageId ?? ''
  const { images } = ui.actions
  const [one, two] = await Promise.all([images.take(id, 32), images.take(id, 32)])
  expect(one).toMatch(/^blob:/)
  expect(two).toBe(one)
  expect(await images.take(id, 64)).not.toBe(one)
  images.drop(id, 32)
  images.drop(id, 32)
  expect(await images.take(id, 32)).toBe(one)
  await expect(images.take('0'.repeat(64), 32)).rejects.toMatchObject({ code: 'image_missing' })
})

test('a whole picture is kept only while it is shown', async () => {
  await ui.actions.start()
  await ui.actions.addFromSelection(samplePicture(), 'original')
  const id = ui.read().brief.references[0]?.imageId ?? ''
  const { images } = ui.actions
  const shown = await images.take(id, null)
  expect(await images.take(id, null)).toBe(shown)
  images.drop(id, null)
  expect((await fetch(shown)).ok).toBe(true)
  images.drop(id, null)
  const readable = () =>
    fetch(shown).then(
      () => true,
      () => false,
    )
  await expect.poll(readable).toBe(false)
  expect(await images.take(id, null)).not.toBe(shown)
})

test('an address that is none is the form’s own failure; the saved one goes on working', async () => {
  await ui.actions.start()
  write('Lamp')
  const bad = { proxyUrl: 'proxy', token: 'x' }
  ui.dispatch({ type: 'screenChosen', screen: 'settings' })
  ui.dispatch({ type: 'formEdited', form: bad })
  await ui.actions.testConnection()
  expect(ui.read()).toMatchObject({
    form: { ...bad, tested: true, failure: { code: 'proxy_address_invalid' } },
    connection: { failure: null },
  })
  ui.dispatch({ type: 'formEdited', form: { proxyUrl: 'prox' } })
  expect(ui.read().form.failure).toBeNull()
  await ui.actions.showScreen('create')
  expect(ui.read()).toMatchObject({
    screen: 'create',
    failure: { code: 'proxy_address_invalid' },
    form: { failure: null },
  })
  expect(generateOffer(ui.read()).order).not.toBeNull()
  expect(canvas.settings.proxyUrl).toBe(proxy.url)
})

test('settings that cannot be read: the draft comes back, and the settings are tried but not written over', async () => {
  canvas.draft = {
    brief: { ...ui.read().brief, idea: 'Kept' },
    pinnedNodeId: null,
    pinnedFileId: null,
    edited: null,
    strokes: [],
    marks: [],
  }
  canvas.unreadable = ['settings']
  await ui.actions.start()
  expect(ui.read()).toMatchObject({
    loaded: true,
    screen: 'settings',
    brief: { idea: 'Kept' },
    failure: { code: 'canvas_failed' },
  })
  ui.dispatch({ type: 'formEdited', form: { proxyUrl: proxy.url, token: ` ${proxy.token}` } })
  canvas.settings = { proxyUrl: 'http://kept', token: 'kept' }
  await ui.actions.testConnection()
  expect(ui.read().connection.session?.member.name).toBe('local')
  expect(canvas.settings).toEqual({ proxyUrl: 'http://kept', token: 'kept' })
})

test('a draft that cannot be read is not written over; settings and selection are there', async () => {
  canvas.unreadable = ['draft']
  await ui.actions.start()
  expect(ui.read()).toMatchObject({ screen: 'create', connection: { session: { member: { name: 'local' } } } })
  expect(ui.read().selection?.nodes).toHaveLength(2)
  const draft = { brief: ui.read().brief, pinnedNodeId: null, pinnedFileId: null, edited: null, strokes: [], marks: [] }
  canvas.draft = draft
  write('Not to be saved')
  await saveDraft(ui.context)
  expect(canvas.draft).toBe(draft)
})

test('a selection that cannot be read costs neither settings nor brief', async () => {
  canvas.draft = {
    brief: { ...ui.read().brief, idea: 'Kept' },
    pinnedNodeId: null,
    pinnedFileId: null,
    edited: null,
    strokes: [],
    marks: [],
  }
  canvas.unreadable = ['selection']
  await ui.actions.start()
  expect(ui.read()).toMatchObject({ screen: 'create', brief: { idea: 'Kept' }, unread: [], selection: { nodes: [] } })
  expect(ui.read().settings.token).toBe(proxy.token)
})

test('settings that were edited and left are saved and tried, not lost', async () => {
  canvas.settings = { proxyUrl: proxy.url, token: '' }
  await ui.actions.start()
  ui.dispatch({ type: 'formEdited', form: { token: proxy.token } })
  await ui.actions.showScreen('create')
  expect(canvas.settings.token).toBe(proxy.token)
  expect(ui.read()).toMatchObject({ screen: 'create', connection: { session: { member: { name: 'local' } } } })
})
