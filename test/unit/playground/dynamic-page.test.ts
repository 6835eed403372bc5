import { describe, expect, test } from 'vitest'
import { openScene } from '#support/open-scene.ts'
import { sceneOf } from './small-scene.ts'

const scene = sceneOf({ id: '1:5', type: 'FRAME', name: 'Frame' })
const pageError =
  'in get_children: Cannot access children on a page that has not been explicitly loaded. ' +
  'Remember to call `await page.loadAsync()` or `await figma.loadAllPagesAsync()` first'

describe('dynamic-page', () => {
  test('synchronous lookups throw and name the asynchronous one', async () => {
    const { api } = await openScene(scene)
    expect(() => api.getNodeById('1:5')).toThrow(
      'in getNodeById: Cannot call with documentAccess: dynamic-page. Use figma.getNodeByIdAsync() instead',
    )
    expect(() => {
      const [page] = api.root.children
      if (page) api.currentPage = page
    }).toThrow('in set_currentPage: Cannot call with documentAccess: dynamic-page.')
    expect(() => api.getLocalPaintStyles()).toThrow('in getLocalPaintStyles: Cannot call with documentAccess')
    expect((await api.getNodeByIdAsync('1:5'))?.name).toBe('Frame')
    expect(await api.getNodeByIdAsync('7:7')).toBeNull()
  })

  test('style ids are written asynchronously', async () => {
    const { api } = await openScene(scene)
    const frame = api.createFrame()
    expect(() => {
      frame.fillStyleId = 'S:1'
    }).toThrow('in set_fillStyleId: Cannot call with documentAccess: dynamic-page.')
    await frame.setFillStyleIdAsync('S:1')
    expect(frame.fillStyleId).toBe('S:1')
    frame.fills = []
    expect(frame.fillStyleId).toBe('')
  })

  test('other pages keep their children until they are loaded', async () => {
    const { api } = await openScene(scene)
    const other = api.root.children[1]
    expect(other?.name).toBe('Page 2')
    expect(() => other?.children).toThrow(pageError)
    expect(() => api.root.findAll()).toThrow(
      'in findAll: Cannot call with documentAccess: dynamic-page without calling figma.loadAllPagesAsync() first.',
    )
    await other?.loadAsync()
    expect(other?.children.map((node) => node.name)).toEqual(['Far away'])
    await api.loadAllPagesAsync()
    expect(api.root.findAll().length).toBe(4)
  })

  test('finding a node by id, or showing its page, loads the page', async () => {
    const first = await openScene(scene)
    await first.api.getNodeByIdAsync('9:1')
    expect(first.api.root.children[1]?.children.length).toBe(1)
    const second = await openScene(scene)
    const page = second.api.root.children[1]
    if (!page) throw new Error('no second page')
    await second.api.setCurrentPageAsync(page)
    expect(second.api.currentPage.children.length).toBe(1)
  })
})
