import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { SceneNode } from '#playground/figma/scene.ts'
import { openScene } from '#support/open-scene.ts'
import { sceneOf } from './small-scene.ts'

const box = (name: string, width: number, height: number, rest: Partial<SceneNode> = {}): SceneNode => ({
  type: 'RECTANGLE',
  name,
  width,
  height,
  ...rest,
})

async function layout(frame: Partial<SceneNode>, ...children: readonly SceneNode[]) {
  const { api, host } = await openScene(
    sceneOf({
      id: '1:5',
      type: 'FRAME',
      name: 'Frame',
      width: 200,
      height: 100,
      layoutMode: 'HORIZONTAL',
      ...frame,
      children,
    }),
  )
  const node = await api.getNodeByIdAsync('1:5')
  if (node?.type !== 'FRAME') throw new Error('no frame')
  const boxes = () => node.children.map(({ x, y, width, height }) => [x, y, width, height])
  return { api, host, node, boxes }
}

describe('auto layout', () => {
  test('lines children up with spacing, padding and alignment', async () => {
    const padding = { paddingLeft: 10, paddingTop: 20, paddingRight: 10, paddingBottom: 20 }
    const row = await layout({ ...padding, itemSpacing: 5 }, box('a', 30, 10), box('b', 40, 20))
    expect(row.boxes()).toEqual([
      [10, 20, 30, 10],
      [45, 20, 40, 20],
    ])
    row.node.counterAxisAlignItems = 'CENTER'
    row.node.primaryAxisAlignItems = 'MAX'
    expect(row.boxes()).toEqual([
      [115, 45, 30, 10],
      [150, 40, 40, 20],
    ])
    row.node.primaryAxisAlignItems = 'SPACE_BETWEEN'
    expect(row.boxes().map(([x]) => x)).toEqual([10, 150])
    row.node.layoutMode = 'VERTICAL'
    expect(row.boxes()).toEqual([
      [85, 20, 30, 10],
      [80, 60, 40, 20],
    ])
  })

  test('hugging frames are as large as their content, filling children as large as the room', async () => {
    const hug = { layoutSizingHorizontal: 'HUG', layoutSizingVertical: 'HUG', itemSpacing: 10 } as const
    const hugging = await layout(hug, box('a', 30, 10), box('b', 40, 20))
    expect([hugging.node.width, hugging.node.height]).toEqual([80, 20])
    hugging.node.appendChild(hugging.api.createRectangle())
    expect([hugging.node.width, hugging.node.height]).toEqual([190, 100])
    const fill = { layoutSizingHorizontal: 'FILL', layoutSizingVertical: 'FILL' } as const
    const filling = await layout({ itemSpacing: 10 }, box('a', 30, 10), box('b', 40, 20, fill))
    expect(filling.boxes()[1]).toEqual([40, 0, 160, 100])
    filling.node.resize(300, 50)
    expect(filling.boxes()[1]).toEqual([40, 0, 260, 50])
  })

  test('a text that fills the width is as tall as its lines, and the frame with it', async () => {
    const text: SceneNode = {
      type: 'TEXT',
      name: 'Text',
      characters: 'One two three',
      fontSize: 20,
      lineHeight: 30,
      textAutoResize: 'HEIGHT',
      layoutSizingHorizontal: 'FILL',
    }
    const column = { layoutMode: 'VERTICAL', layoutSizingVertical: 'HUG' } as const
    const { node, boxes } = await layout(column, text, box('below', 10, 10))
    expect([boxes()[1]?.[1], node.height]).toEqual([30, 40])
    node.resize(60, node.height)
    node.layoutSizingVertical = 'HUG'
    expect([boxes()[0], boxes()[1]?.[1], node.height]).toEqual([[0, 0, 60, 90], 90, 100])
  })

  test('position is written in vain, unless it is absolute', async () => {
    const { node, boxes } = await layout({}, box('a', 30, 10), box('b', 40, 20))
    const [child] = node.children
    if (child?.type !== 'RECTANGLE') throw new Error('no child')
    child.x = 77
    expect(boxes()[0]).toEqual([0, 0, 30, 10])
    child.layoutPositioning = 'ABSOLUTE'
    child.x = 77
    expect(boxes()).toEqual([
      [77, 0, 30, 10],
      [0, 0, 40, 20],
    ])
  })

  test('layout words are refused where they mean nothing', async () => {
    const { api, node } = await layout({}, box('a', 30, 10))
    const loose = api.createRectangle()
    expect(() => {
      loose.layoutPositioning = 'ABSOLUTE'
    }).toThrow('in set_layoutPositioning: Can only set layoutPositioning = ABSOLUTE if the parent')
    expect(() => {
      loose.layoutSizingHorizontal = 'FILL'
    }).toThrow('FILL can only be set on children of auto-layout frames')
    expect(() => {
      loose.layoutSizingVertical = 'HUG'
    }).toThrow('HUG can only be set on auto-layout frames')
    expect(() => Reflect.set(node, 'layoutMode', 'DIAGONAL')).toThrow("received 'DIAGONAL'")
  })

  test('hugging rows never overlap and never leave the frame', async () => {
    const size = fc.integer({ min: 1, max: 300 })
    await fc.assert(
      fc.asyncProperty(
        fc.array(size, { minLength: 1, maxLength: 6 }),
        fc.integer({ min: 0, max: 40 }),
        async (widths, gap) => {
          const frame = { layoutSizingHorizontal: 'HUG', itemSpacing: gap, paddingLeft: gap } as const
          const { node, boxes } = await layout(frame, ...widths.map((width) => box('x', width, 10)))
          let end = 0
          for (const [x = 0, , width = 0] of boxes()) {
            expect(x).toBe(end + gap)
            end = x + width
          }
          expect(node.width).toBe(end)
        },
      ),
      { numRuns: 30 },
    )
  })
})

describe('grids', () => {
  const grid = { layoutMode: 'GRID', gridColumnCount: 2, gridRowCount: 2, width: 200, height: 100 } as const

  test('children take the first free cell; cells can be chosen, not shared', async () => {
    const { api, node, boxes } = await layout(grid, box('a', 10, 10), box('b', 10, 10))
    expect(boxes().map(([x, y]) => [x, y])).toEqual([
      [0, 0],
      [100, 0],
    ])
    const third = api.createRectangle()
    node.appendChildAt(third, 1, 1)
    expect([third.x, third.y, third.gridRowAnchorIndex, third.gridColumnAnchorIndex]).toEqual([100, 50, 1, 1])
    expect(() => third.setGridChildPosition(0, 0)).toThrow('is occupied')
    expect(() => third.setGridChildPosition(5, 0)).toThrow('is outside the grid')
    third.setGridChildPosition(1, 0)
    expect([third.x, third.y]).toEqual([0, 50])
    node.appendChild(api.createRectangle())
    expect(boxes()[3]?.slice(0, 2)).toEqual([100, 50])
    node.gridItemsPositioning = 'ROW_AUTO_FLOW'
    expect(() => third.setGridChildPosition(0, 0)).toThrow('in setGridChildPosition: ')
  })

  test('an absolute layer leaves the cells to the others', async () => {
    const { api, node } = await layout(grid, box('a', 10, 10))
    const over = api.createRectangle()
    node.appendChild(over)
    over.layoutPositioning = 'ABSOLUTE'
    over.x = 5
    const next = api.createRectangle()
    node.appendChild(next)
    expect([over.x, next.x]).toEqual([5, 100])
  })
})

describe('geometry', () => {
  test('resizing follows constraints; resizeWithoutConstraints does not', async () => {
    const { api, node } = await layout({ layoutMode: 'NONE' })
    const child = api.createRectangle()
    node.appendChild(child)
    child.constraints = { horizontal: 'STRETCH', vertical: 'SCALE' }
    node.resize(300, 200)
    expect([child.x, child.width, child.height]).toEqual([0, 200, 200])
    child.constraints = { horizontal: 'MAX', vertical: 'CENTER' }
    node.resize(400, 220)
    expect([child.x, child.y, child.width]).toEqual([100, 10, 200])
    node.resizeWithoutConstraints(100, 100)
    expect([child.x, child.y]).toEqual([100, 10])
    expect(() => node.resize(0, 10)).toThrow('in resize: Expected arguments to be at least 0.01')
  })

  test('transforms add up through turned parents and skip groups', async () => {
    const { api, host } = await openScene(
      sceneOf({
        type: 'FRAME',
        name: 'Turned',
        x: 100,
        y: 100,
        rotation: 90,
        children: [{ type: 'GROUP', name: 'Group', children: [box('Inner', 20, 10, { id: '1:7', x: 10, y: 30 })] }],
      }),
    )
    const node = await api.getNodeByIdAsync('1:7')
    if (node?.type !== 'RECTANGLE') throw new Error('no rectangle')
    expect(node.absoluteTransform).toEqual([
      [0, 1, 130],
      [-1, 0, 90],
    ])
    expect(node.absoluteBoundingBox).toEqual({ x: 130, y: 70, width: 10, height: 20 })
    node.rotation = -90
    expect(node.absoluteBoundingBox).toEqual({ x: 130, y: 90, width: 20, height: 10 })
    expect(host.document.node('1:7')?.rotation).toBe(-90)
  })
})
