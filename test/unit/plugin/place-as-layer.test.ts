import { expect, test } from 'vitest'
import type { SimulatedFigma } from '#playground/figma/simulated-figma.ts'
import { nodeOf, openCanvas } from './open-canvas.ts'
import { place } from './place.ts'

const childrenOf = (canvas: SimulatedFigma, id: string) => nodeOf(canvas, id).childIds

/** The target's siblings as they were, and the new layer. */
async function placed(id: string) {
  const canvas = await openCanvas()
  const { nodeId, said } = await place(id, 'layer')
  const layer = nodeOf(canvas, nodeId)
  return { canvas, said, layer, siblings: childrenOf(canvas, layer.parentId ?? '') }
}

async function boxOf({ api }: SimulatedFigma, id: string) {
  const node = await api.getNodeByIdAsync(id)
  if (!node || !('absoluteTransform' in node)) throw new Error('no layer')
  return { transform: node.absoluteTransform, width: node.width, height: node.height }
}

test('in a frame: all of it, beneath the lowest layer that shows text', async () => {
  const { layer, siblings, said } = await placed('1:1')
  expect(layer).toMatchObject({
    type: 'RECTANGLE',
    name: 'Framewright · matte black desk lamp on walnut,',
    parentId: '1:1',
    x: 0,
    y: 0,
    width: 800,
    height: 400,
    constraints: { horizontal: 'STRETCH', vertical: 'STRETCH' },
  })
  expect(layer.fills).toMatchObject([{ type: 'IMAGE', scaleMode: 'CROP' }])
  expect(siblings).toEqual(['1:2', layer.id, '1:3', '1:6'])
  expect(said).toBe('Placed as a new layer in “Hero”, beneath its text.')
})

test('in a frame without text: on top', async () => {
  const { layer, siblings, said } = await placed('1:40')
  expect(siblings).toEqual(['1:41', layer.id])
  expect(said).toBe('Placed as a new layer in “Turned”.')
})

test('hidden text does not keep the picture down', async () => {
  const canvas = await openCanvas()
  const group = await canvas.api.getNodeByIdAsync('1:3')
  if (group?.type !== 'GROUP') throw new Error('no group')
  group.visible = false
  const { nodeId } = await place('1:1', 'layer')
  expect(childrenOf(canvas, '1:1')).toEqual(['1:2', '1:3', nodeId, '1:6'])
})

test('in a turned frame it is turned along', async () => {
  const { canvas, layer } = await placed('1:40')
  expect(await boxOf(canvas, layer.id)).toEqual(await boxOf(canvas, '1:40'))
})

test('in auto layout it is out of the flow, and neither the frame nor its children move', async () => {
  const before = await openCanvas()
  const { canvas, layer } = await placed('1:20')
  expect(layer).toMatchObject({ layoutPositioning: 'ABSOLUTE', x: 0, y: 0 })
  expect(layer.height).toBe(nodeOf(before, '1:20').height)
  for (const id of ['1:20', '1:21', '1:22']) {
    const { x, y, width, height } = nodeOf(before, id)
    expect(nodeOf(canvas, id)).toMatchObject({ x, y, width, height })
  }
})

test('in a full grid it takes no cell and adds no row', async () => {
  const before = await openCanvas()
  const { canvas, layer } = await placed('1:30')
  expect(layer).toMatchObject({ layoutPositioning: 'ABSOLUTE', x: 0, y: 0, width: 200, height: 200, gridCell: null })
  expect(nodeOf(canvas, '1:30').gridRowCount).toBe(1)
  for (const id of ['1:31', '1:32']) {
    const { x, y, width, height } = nodeOf(before, id)
    expect(nodeOf(canvas, id)).toMatchObject({ x, y, width, height })
  }
})

test('in a section, in the section’s own space', async () => {
  const { layer } = await placed('1:100')
  expect(layer).toMatchObject({ parentId: '1:100', x: 0, y: 0, width: 1000, height: 400 })
})

test('in a group, over the group’s box, which stays', async () => {
  const before = await openCanvas()
  const { canvas, layer } = await placed('1:70')
  const { x, y, width, height } = nodeOf(before, '1:70')
  expect(layer).toMatchObject({ parentId: '1:70', x, y, width, height })
  expect(nodeOf(canvas, '1:70')).toMatchObject({ x, y, width, height })
})

test('over a shape: right above it in its parent, at the same place', async () => {
  const { layer, siblings, said } = await placed('1:41')
  expect(siblings).toEqual(['1:41', layer.id])
  expect(layer).toMatchObject({
    parentId: '1:40',
    x: 0,
    y: 0,
    width: 100,
    height: 100,
    constraints: { horizontal: 'SCALE', vertical: 'MAX' },
  })
  expect(said).toBe('Placed as a new layer above “Box 1:41”.')
})

test('over a shape in auto layout: at the same place, out of the flow', async () => {
  const { layer } = await placed('1:21')
  expect(layer).toMatchObject({ parentId: '1:20', layoutPositioning: 'ABSOLUTE', x: 20, y: 20 })
})

test('over a shape of a boolean operation: above the operation, whose form stays', async () => {
  const { canvas, layer } = await placed('1:81')
  expect(childrenOf(canvas, '1:80')).toEqual(['1:81'])
  expect(layer).toMatchObject({ parentId: '0:1', x: 600, y: 2200 })
})

test('for a component set: behind it, for only components fit in', async () => {
  const { canvas, layer, siblings } = await placed('1:50')
  expect(childrenOf(canvas, '1:50')).toEqual(['1:51'])
  expect(siblings.indexOf(layer.id)).toBe(siblings.indexOf('1:50') - 1)
})

test.each([
  ['an instance', '1:60'],
  ['a layer inside an instance', 'I1:60;1:52'],
])('%s takes no layer, and nothing is left behind', async (_, id) => {
  const canvas = await openCanvas()
  const before = childrenOf(canvas, '0:1')
  await expect(place(id, 'layer')).rejects.toMatchObject({ code: 'node_inside_instance' })
  expect(childrenOf(canvas, '0:1')).toEqual(before)
})

test('a slot of an instance is open', async () => {
  const { layer } = await placed('I1:60;1:53')
  expect(layer).toMatchObject({ parentId: 'I1:60;1:53', width: 80, height: 80 })
})

test('a line has no place for a layer', async () => {
  await openCanvas()
  await expect(place('1:92', 'layer')).rejects.toMatchObject({ code: 'layer_impossible' })
})
