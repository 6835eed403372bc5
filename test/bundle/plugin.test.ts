import { afterEach, describe, expect, test, vi } from 'vitest'
import { DEFAULT_SETTINGS } from '#contract/settings.ts'
import type { HostEvent } from '#playground/figma/simulated-figma.ts'
import { sampleBrief } from '#support/sample-brief.ts'
import { lampPng, resultPng, resultWebp } from './hero-scene.ts'
import { openPlugin } from './open-plugin.ts'

type Plugin = Awaited<ReturnType<typeof openPlugin>>

const provenance = {
  version: 2 as const,
  mode: 'create' as const,
  raw: false,
  originalId: null,
  keep: [],
  changedOutside: null,
  jobId: 'job-1',
  imageId: 'b'.repeat(64),
  resultIndex: 0,
  model: 'gpt-image-2',
  engine: 'offline',
  simulated: true,
  idea: 'a lamp on walnut',
  size: { width: 2000, height: 1000 },
  placedAt: '2026-11-21T10:00:00.000Z',
}

describe.each(['quickjs', 'vm'] as const)('the built plugin in %s', (lane) => {
  let plugin: Plugin | undefined
  const open = async (...options: Parameters<typeof openPlugin> extends [unknown, ...infer Rest] ? Rest : never) => {
    plugin = await openPlugin(lane, ...options)
    return plugin
  }

  afterEach(() => {
    const { unhandled, console: lines } = plugin ?? { unhandled: [], console: [] }
    plugin?.close()
    plugin = undefined
    expect(unhandled).toEqual([])
    expect(lines).toEqual([])
  })

  test.each(['', 'open'])('opens its window, started by the command “%s”', async (command) => {
    const { main } = await open({ command })
    expect(await main.getSelection({})).toMatchObject({ pageId: '0:1', nodes: [{ id: '1:1', name: 'Hero' }] })
  })

  test('sends nothing before it is asked', async () => {
    const { figma, fromMain, main, selections } = await open()
    figma.host.select(['1:3'])
    await figma.host.idle()
    expect(fromMain).toEqual([])
    await main.getSelection({})
    figma.host.select(['1:1'])
    await vi.waitFor(() => expect(selections.at(-1)?.nodes.map(({ id }) => id)).toEqual(['1:1']))
  })

  test('reads a picture byte for byte', async () => {
    const { main } = await open()
    const { bytes, name } = await main.exportImage({ nodeId: '1:3', how: 'original' })
    expect(name).toBe('Lamp')
    expect(Buffer.from(bytes).equals(lampPng)).toBe(true)
  })

  test('exports a layer as it looks', async () => {
    const { main } = await open()
    const { bytes } = await main.exportImage({ nodeId: '1:1', how: 'asShown' })
    expect(Buffer.from(bytes.slice(1, 4)).toString()).toBe('PNG')
  })

  test.each(['fill', 'layer', 'beside'] as const)('places a result: %s', async (placement) => {
    const { figma, main } = await open()
    const { nodeId, said } = await main.placeResult({ nodeId: '1:1', placement, bytes: resultPng, provenance })
    expect(said).toMatch(/“Hero”/)
    expect(figma.host.document.node(nodeId)?.fills.at(-1)).toMatchObject({ type: 'IMAGE', scaleMode: 'CROP' })
    expect(await main.readNode({ nodeId })).toMatchObject({ provenance })
    expect(figma.host.undo()).toBe(true)
    expect(figma.host.undo()).toBe(false)
  })

  test('a failure crosses as a failure, with its sentence', async () => {
    const { main, figma } = await open()
    const webp = main.placeResult({ nodeId: '1:1', placement: 'fill', bytes: resultWebp, provenance })
    await expect(webp).rejects.toMatchObject({ code: 'figma_image_refused' })
    figma.host.setReadOnly(true)
    const readOnly = main.placeResult({ nodeId: '1:1', placement: 'fill', bytes: resultPng, provenance })
    await expect(readOnly).rejects.toMatchObject({
      code: 'file_read_only',
      message: expect.stringMatching(/read-only/),
    })
    await expect(main.exportImage({ nodeId: '9:9', how: 'original' })).rejects.toMatchObject({ code: 'node_removed' })
  })

  test('an unknown method is answered', async () => {
    const { figma, fromMain, toMain } = await open()
    toMain({ t: 'q', i: 'ask-1', m: 'answer', a: ['paintTheTownRed', {}] })
    await figma.host.idle()
    await vi.waitFor(() =>
      expect(fromMain).toMatchObject([{ t: 's', i: 'ask-1', r: { ok: false, failure: { code: 'method_unknown' } } }]),
    )
  })

  test.each([
    ['nothing', null],
    ['text', 'hello'],
    ['another method of the wire', { t: 'q', i: 'ask-1', m: 'toString', a: [] }],
    ['an answer nobody waits for', { t: 's', i: 'ask-1', r: 1 }],
    ['no parameters', { t: 'q', i: 'ask-2', m: 'answer', a: [] }],
    ['wrong parameters', { t: 'q', i: 'ask-3', m: 'answer', a: ['readNode', { nodeId: 7 }] }],
  ])('survives a message that is %s', async (_, message) => {
    const { main, toMain } = await open()
    toMain(message)
    expect(await main.getSelection({})).toMatchObject({ pageId: '0:1' })
  })

  test('settings and draft are kept on this computer', async () => {
    const clientStorage = new Map<string, unknown>()
    const { main } = await open({ clientStorage })
    expect(await main.loadSettings({})).toEqual(DEFAULT_SETTINGS)
    const settings = { proxyUrl: 'https://proxy.example.com', token: 'abc' }
    const draft = { brief: sampleBrief(), pinnedNodeId: null, pinnedFileId: null, edited: null, strokes: [], marks: [] }
    await main.saveSettings(settings)
    await main.saveDraft(draft)
    plugin?.close()
    const again = await open({ clientStorage })
    expect(await again.main.loadSettings({})).toEqual(settings)
    expect(await again.main.loadDraft({})).toEqual(draft)
  })

  test('says things and sizes its window', async () => {
    const { figma, main } = await open()
    const events: HostEvent[] = []
    figma.host.subscribe((event) => events.push(event))
    await main.notify({ message: 'Placed.' })
    await main.resize({ width: 400, height: 500 })
    expect(events).toContainEqual(expect.objectContaining({ type: 'notified', message: 'Placed.', error: false }))
    expect(events).toContainEqual(expect.objectContaining({ type: 'uiResized', width: 400, height: 500 }))
  })
})
