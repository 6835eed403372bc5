import { describe, expect, test } from 'vitest'
import { openScene } from '#support/open-scene.ts'
import { ofType, open, scene } from './open-frame.ts'
import { red } from './small-scene.ts'

describe('messages', () => {
  test('arrive later and as copies, both ways', async () => {
    const { api, host, events, frame } = await open()
    const heard: unknown[] = []
    api.showUI('<p>', { width: 20, height: 400.4, title: 'Plugin' })
    expect(ofType(events, 'uiShown')).toMatchObject([{ width: 70, height: 400, title: 'Plugin', html: '<p>' }])
    api.ui.on('message', (message) => heard.push(['on', message]))
    api.ui.onmessage = (message) => heard.push(['onmessage', message])
    const sent = { bytes: new Uint8Array([1, 2]), list: [{ a: 1 }], node: frame }
    api.ui.postMessage(sent)
    sent.bytes[0] = 9
    host.sendToMain({ ask: 1 })
    expect([heard.length, ofType(events, 'uiMessage').length]).toEqual([0, 0])
    await host.idle()
    expect(ofType(events, 'uiMessage')).toEqual([
      { type: 'uiMessage', pluginMessage: { bytes: new Uint8Array([1, 2]), list: [{ a: 1 }], node: { id: '1:5' } } },
    ])
    expect(heard).toEqual([
      ['on', { ask: 1 }],
      ['onmessage', { ask: 1 }],
    ])
  })

  test('with symbols or functions throw, and so do messages to a closed window', async () => {
    const { api } = await open()
    expect(() => api.ui.postMessage(1)).toThrow('in postMessage: ')
    api.showUI('')
    expect(() => api.ui.postMessage({ fills: [api.mixed] })).toThrow('in postMessage: Cannot unwrap symbol')
    expect(() => api.ui.postMessage({ call: () => 1 })).toThrow('in postMessage: Cannot unwrap function')
    api.ui.close()
    expect(() => api.ui.postMessage(1)).toThrow('in postMessage: ')
  })
})

describe('selection and pages', () => {
  test('selectionchange comes later, for selections by the person and by the plugin', async () => {
    const { api, host, events, frame } = await open()
    let heard = 0
    const count = () => {
      heard += 1
    }
    api.on('selectionchange', count)
    host.select(['1:5'])
    expect([api.currentPage.selection, heard]).toEqual([[frame], 0])
    await host.idle()
    expect(heard).toBe(1)
    api.currentPage.selection = []
    await host.idle()
    expect([host.selection, heard]).toEqual([[], 2])
    api.off('selectionchange', count)
    host.select(['1:6'])
    await host.idle()
    expect([heard, ofType(events, 'selectionChanged').length]).toEqual([2, 3])
  })

  test('a removed node leaves the selection, and the plugin hears of it', async () => {
    const { api, host } = await open()
    host.select(['1:5', '1:6'])
    await host.idle()
    let heard = 0
    api.once('selectionchange', () => {
      heard += 1
    })
    host.remove('1:5')
    await api.loadAllPagesAsync()
    await host.idle()
    expect([host.selection, heard]).toEqual([['1:6'], 1])
  })

  test('only nodes of the page can be selected; each page has its own selection', async () => {
    const { api, host } = await open()
    const far = await api.getNodeByIdAsync('9:1')
    expect(() => {
      if (far?.type === 'RECTANGLE') api.currentPage.selection = [far]
    }).toThrow('in set_selection: The selection of a page can only include nodes in that page')
    host.select(['1:5'])
    let pages = 0
    api.on('currentpagechange', () => {
      pages += 1
    })
    host.setCurrentPage('0:2')
    await host.idle()
    expect([api.currentPage.name, api.currentPage.selection.length, pages]).toEqual(['Page 2', 0, 1])
    host.setCurrentPage('0:1')
    expect(host.selection).toEqual(['1:5'])
  })
})

test('nodechange tells a page what happened on it', async () => {
  const { api, host, frame } = await open()
  await host.idle()
  const heard: unknown[] = []
  const page = api.currentPage
  page.on('nodechange', (event) =>
    heard.push(
      ...event.nodeChanges.map((change) => [change.type, change.id, 'properties' in change && change.properties]),
    ),
  )
  frame.resize(50, 100)
  frame.name = 'New'
  const made = api.createRectangle()
  host.remove('1:6')
  await api.loadAllPagesAsync()
  await host.idle()
  expect(heard).toEqual([
    ['PROPERTY_CHANGE', '1:5', ['name', 'width']],
    ['CREATE', made.id, false],
    ['DELETE', '1:6', false],
  ])
})

describe('undo', () => {
  test('a run is one step until it commits', async () => {
    const { api, host, frame } = await open()
    const original = frame.fills
    frame.name = 'One'
    frame.fills = [red]
    api.commitUndo()
    frame.name = 'Two'
    frame.resize(10, 10)
    expect(host.undo()).toBe(true)
    expect([frame.name, frame.width]).toEqual(['One', 100])
    expect(host.undo()).toBe(true)
    expect([frame.name, frame.fills]).toEqual(['Frame', original])
    expect(host.undo()).toBe(false)
    expect([host.redo(), host.redo(), host.redo()]).toEqual([true, true, false])
    expect([frame.name, frame.width]).toEqual(['Two', 10])
  })

  test('brings nodes back, with their data, under their ids', async () => {
    const { api, host, frame } = await open()
    frame.setPluginData('brief', 'lamp')
    api.commitUndo()
    frame.remove()
    const made = api.createRectangle()
    host.undo()
    expect([frame.removed, frame.getPluginData('brief'), made.removed]).toEqual([false, 'lamp', true])
    host.redo()
    expect([frame.removed, made.removed]).toEqual([true, false])
  })

  test('edits by the person are steps of their own; triggerUndo goes back to the last commit', async () => {
    const { api, host, frame } = await open()
    host.rename('1:5', 'Mine')
    frame.name = 'Plugin'
    host.move('1:5', 5, 6)
    host.undo()
    expect([frame.x, frame.name]).toEqual([0, 'Plugin'])
    frame.name = 'Again'
    expect(host.redo()).toBe(false)
    api.triggerUndo()
    expect(frame.name).toBe('Plugin')
    expect(() => Reflect.set(frame, 'opacity', 'wrong')).toThrow()
    expect([host.undo(), frame.name]).toEqual([true, 'Mine'])
  })
})

describe('a run', () => {
  test('starts with its command and ends with its window', async () => {
    const { api, host, events, frame } = await open({ command: 'regenerate' })
    const heard: unknown[] = []
    api.on('run', (event) => heard.push(event.command))
    api.once('close', () => heard.push('close'))
    host.emitRun()
    await host.idle()
    api.showUI('')
    host.closeUi()
    expect(heard).toEqual(['regenerate', 'close'])
    expect(events.slice(-2).map((event) => event.type)).toEqual(['uiClosed', 'pluginClosed'])
    for (const access of [() => api.currentPage, () => api.notify('x'), () => frame.name, () => api.ui.close()]) {
      expect(access).toThrow('after figma.closePlugin()')
    }
  })

  test('can be followed by another on the same document', async () => {
    const figma = await openScene(scene)
    const { api: first, host } = figma
    const made = first.createFrame()
    first.closePlugin('Bye')
    const second = host.restart('again')
    expect([figma.api, second.command]).toEqual([second, 'again'])
    expect((await second.getNodeByIdAsync('1:5'))?.name).toBe('Frame')
    expect(() => made.name).toThrow('after figma.closePlugin()')
    expect(host.undo()).toBe(true)
    expect(second.currentPage.children.length).toBe(2)
  })

  test('scrolls to what it is told to', async () => {
    const { api, host, events, frame } = await open()
    frame.x = 1000
    frame.resize(2560, 100)
    api.viewport.scrollAndZoomIntoView([frame])
    expect(host.viewport).toMatchObject({ center: { x: 2280, y: 50 }, zoom: 0.4 })
    expect(ofType(events, 'viewportChanged').length).toBe(1)
  })

  test('base64 goes there and back', async () => {
    const { api } = await open()
    const bytes = Uint8Array.from({ length: 70_000 }, (_, index) => index % 256)
    expect(api.base64Decode(api.base64Encode(bytes))).toEqual(bytes)
  })
})
