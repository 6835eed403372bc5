import { describe, expect, test } from 'vitest'
import type { SceneNode } from '#playground/figma/scene.ts'
import { openScene } from '#support/open-scene.ts'
import { blue, red, sceneOf } from './small-scene.ts'

const component: SceneNode = {
  id: '1:10',
  type: 'COMPONENT',
  name: 'Card',
  children: [{ id: '1:11', type: 'RECTANGLE', name: 'Picture', x: 10, y: 10, width: 20, height: 20 }],
}
const instance: SceneNode = { id: '1:20', type: 'INSTANCE', name: 'Card', x: 200, mainComponentId: '1:10' }

async function open(...children: readonly SceneNode[]) {
  const { api, host } = await openScene(sceneOf(...children))
  const get = async (id: string): Promise<FrameNode> => {
    const node = await api.getNodeByIdAsync(id)
    if (!node) throw new Error(`no node ${id}`)
    return node as FrameNode
  }
  return { api, host, get }
}

describe('the tree', () => {
  test('new nodes are 100×100 on top of the current page; order is back to front', async () => {
    const { api, get } = await open({ id: '1:5', type: 'FRAME', name: 'Frame' })
    const first = api.createRectangle()
    const second = api.createFrame()
    expect([first.width, first.height, second.type]).toEqual([100, 100, 'FRAME'])
    expect(api.currentPage.children.at(-1)).toBe(second)
    const frame = await get('1:5')
    frame.appendChild(first)
    frame.insertChild(0, second)
    expect(frame.children).toEqual([second, first])
    expect(second.parent).toBe(frame)
    expect(() => second.appendChild(frame)).toThrow('in appendChild: Cannot move node.')
    const copy = frame.clone()
    expect([copy.parent, copy.children.length, copy.id === frame.id]).toEqual([api.currentPage, 2, false])
  })

  test('groups fit their children, move with them, and go when empty', async () => {
    const { api, host } = await open()
    const [a, b] = [api.createRectangle(), api.createRectangle()]
    b.x = 150
    b.y = 50
    const group = api.group([a, b], api.currentPage)
    expect([group.x, group.y, group.width, group.height]).toEqual([0, 0, 250, 150])
    group.x = 20
    expect([a.x, b.x, group.width]).toEqual([20, 170, 250])
    host.move(group.id, 20, 10)
    expect([a.y, b.y, group.y]).toEqual([10, 60, 10])
    group.resize(125, 75)
    expect([b.x, b.width, group.width]).toEqual([95, 50, 125])
    api.currentPage.appendChild(a)
    b.remove()
    expect(group.removed).toBe(true)
  })

  test('removed nodes throw at every access but id, type and removed', async () => {
    const { get, host } = await open({
      id: '1:5',
      type: 'FRAME',
      name: 'Frame',
      children: [{ id: '1:6', type: 'RECTANGLE', name: 'Inner' }],
    })
    const [frame, inner] = [await get('1:5'), await get('1:6')]
    host.remove('1:5')
    expect([frame.removed, frame.id, frame.type, inner.removed]).toEqual([true, '1:5', 'FRAME', true])
    expect(() => frame.name).toThrow('in get_name: The node with id "1:5" does not exist')
    expect(() => {
      frame.fills = []
    }).toThrow('in set_fills: The node with id "1:5" does not exist')
    expect(() => inner.getPluginData('a')).toThrow('in getPluginData: The node with id "1:6" does not exist')
  })

  test('locked and hidden nodes can be written', async () => {
    const { get } = await open({ id: '1:5', type: 'FRAME', name: 'Frame', locked: true, visible: false })
    const frame = await get('1:5')
    frame.fills = [red]
    expect([frame.locked, frame.visible, frame.absoluteRenderBounds]).toEqual([true, false, null])
    expect(frame.fills).toMatchObject([red])
  })

  test('sections go only into pages and sections', async () => {
    const { api } = await open()
    const section = api.createSection()
    const frame = api.createFrame()
    section.appendChild(frame)
    expect(section.children).toEqual([frame])
    expect(() => frame.appendChild(api.createSection())).toThrow('Cannot move node.')
    section.fills = [blue]
    expect(section.fills).toMatchObject([blue])
  })
})

describe('instances', () => {
  test('have the layers of their component under their own ids', async () => {
    const { get } = await open(component, instance)
    const card = await get('1:20')
    expect(card.children.map((child) => [child.id, child.name])).toEqual([['I1:20;1:11', 'Picture']])
  })

  test('take no child and let none go', async () => {
    const { api, get } = await open(component, instance)
    const card = await get('1:20')
    const [picture] = card.children
    const rectangle = api.createRectangle()
    expect(() => card.insertChild(0, rectangle)).toThrow(
      'in insertChild: Cannot move node. New parent is an instance or is inside of an instance',
    )
    expect(() => card.appendChild(rectangle)).toThrow('in appendChild: Cannot move node. New parent is an instance')
    expect(() => picture?.remove()).toThrow('in remove: ')
    expect(() => picture && api.currentPage.appendChild(picture)).toThrow('in appendChild: Cannot move node.')
    expect(card.children.length).toBe(1)
  })

  test('let their layers be repainted, not moved', async () => {
    const { get, host } = await open(component, instance)
    const picture = await get('I1:20;1:11')
    picture.fills = [red]
    expect(picture.fills).toMatchObject([red])
    for (const change of [() => picture.resize(5, 5), () => Reflect.set(picture, 'x', 5)]) {
      expect(change).toThrow('This property cannot be overriden on an instance')
    }
    const card = await get('1:20')
    card.x = 7
    expect(card.x).toBe(7)
    host.remove('1:20')
    expect(() => picture.name).toThrow(
      'in get_name: The node (instance sublayer or table cell) with id "I1:20;1:11" does not exist',
    )
  })

  test('slots inside them are open', async () => {
    const { api, get } = await open({ ...instance, children: [{ id: '1:30', type: 'SLOT', name: 'Slot' }] })
    const slot = await get('1:30')
    const rectangle = api.createRectangle()
    slot.appendChild(rectangle)
    rectangle.x = 3
    expect([slot.children[0], rectangle.x]).toEqual([rectangle, 3])
  })

  test('name their main component asynchronously', async () => {
    const { api } = await open(component, instance)
    const card = await api.getNodeByIdAsync('1:20')
    if (card?.type !== 'INSTANCE') throw new Error('no instance')
    expect(() => card.mainComponent).toThrow(
      'in get_mainComponent: Cannot call with documentAccess: dynamic-page. Use node.getMainComponentAsync instead.',
    )
    expect((await card.getMainComponentAsync())?.id).toBe('1:10')
  })

  test('invisible layers are skipped when asked', async () => {
    const hidden: SceneNode = { ...instance, children: [{ type: 'RECTANGLE', name: 'Hidden', visible: false }] }
    const { api, get } = await open(hidden)
    const card = await get('1:20')
    expect(card.children.length).toBe(1)
    api.skipInvisibleInstanceChildren = true
    expect(card.children.length).toBe(0)
  })
})
