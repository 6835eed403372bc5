import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { createHandEngine } from '#support/hand-engine.ts'
import { samplePng } from '#support/sample-images.ts'
import { startTestProxy, type TestProxy } from '#support/start-test-proxy.ts'
import { planned } from '#ui/state/planned.ts'
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
  ['no address', () => ({ proxyUrl: 'proxy', token: 'x' }), 'proxy_address_invalid'],
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
  await expect.poll(() => canvas.draft?.brief.idea).toBe('Saved by itself')
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

test('a window whose settings cannot be read opens all the same and says so', async () => {
  canvas.unreadable = true
  await ui.actions.start()
  expect(ui.read()).toMatchObject({ loaded: true, screen: 'settings', failure: { code: 'storage_full' } })
})

test('settings that were edited and left are saved and tried, not lost', async () => {
  canvas.settings = { proxyUrl: proxy.url, token: '' }
  await ui.actions.start()
  ui.dispatch({ type: 'formEdited', form: { token: proxy.token } })
  await ui.actions.showScreen('create')
  expect(canvas.settings.token).toBe(proxy.token)
  expect(ui.read()).toMatchObject({ screen: 'create', connection: { session: { member: { name: 'local' } } } })
})
