import fc from 'fast-check'
import { expect, test } from 'vitest'
import { openScene } from '#support/open-scene.ts'
import { nodeOf, openCanvas } from './open-canvas.ts'
import { place } from './place.ts'

async function placed(id: string) {
  const canvas = await openCanvas()
  const { nodeId, said } = await place(id, 'beside')
  return { said, layer: nodeOf(canvas, nodeId) }
}

test('to the right of the frame, past what is in the way', async () => {
  const { layer, said } = await placed('1:1')
  expect(layer).toMatchObject({ parentId: '0:1', x: 850 + 200 + 40, y: 0, width: 800, height: 400 })
  expect(said).toBe('Placed beside “Hero”.')
})

test('a layer deep in a frame: beside the frame, as large as the layer', async () => {
  const { layer } = await placed('1:5')
  expect(layer).toMatchObject({ parentId: '0:1', x: 840, y: 0, width: 300, height: 40 })
})

test('a turned frame: beside its box on the page, itself upright', async () => {
  const canvas = await openCanvas()
  const turned = await canvas.api.getNodeByIdAsync('1:40')
  if (turned?.type !== 'FRAME') throw new Error('no frame')
  const box = turned.absoluteBoundingBox
  const { nodeId } = await place('1:40', 'beside')
  const layer = nodeOf(canvas, nodeId)
  expect(layer).toMatchObject({ rotation: 0, width: 400, height: 200 })
  expect(layer.x).toBeCloseTo((box?.x ?? 0) + (box?.width ?? 0) + 40)
  expect(layer.y).toBeCloseTo(box?.y ?? 0)
})

test('a layer inside an instance', async () => {
  const { layer } = await placed('I1:60;1:52')
  expect(layer).toMatchObject({ parentId: '0:1', x: 700 + 200 + 40, y: 1700, width: 100, height: 100 })
})

test('in a section that has room: in the section, in its own space', async () => {
  const canvas = await openCanvas()
  canvas.host.remove('1:102')
  const { nodeId } = await place('1:101', 'beside')
  expect(nodeOf(canvas, nodeId)).toMatchObject({ parentId: '1:100', x: 50 + 300 + 40, y: 60 })
})

test('in a section that has none: to the right of the section', async () => {
  const { layer } = await placed('1:101')
  expect(layer).toMatchObject({ parentId: '0:1', x: 100 + 1000 + 40, y: 3000 })
})

test('whatever lies around, nothing is covered', async () => {
  const side = fc.integer({ min: 1, max: 400 })
  const anywhere = fc.record({
    x: fc.integer({ min: -500, max: 1500 }),
    y: fc.integer({ min: -500, max: 500 }),
    width: side,
    height: side,
  })
  await fc.assert(
    fc.asyncProperty(fc.array(anywhere, { maxLength: 12 }), async (boxes) => {
      const others = boxes.map((box, index) => ({ type: 'RECTANGLE' as const, name: `${index}`, ...box }))
      const target = { id: '5:1', type: 'FRAME' as const, name: 'Target', width: 200, height: 150 }
      const canvas = await openScene({ name: 'crowd', pages: [{ name: 'Page', children: [...others, target] }] })
      Object.assign(globalThis, { figma: canvas.api })
      const { nodeId } = await place('5:1', 'beside')
      const layer = nodeOf(canvas, nodeId)
      const overlaps = boxes.filter(
        (box) =>
          box.x < layer.x + layer.width &&
          box.x + box.width > layer.x &&
          box.y < layer.height &&
          box.y + box.height > 0,
      )
      expect(overlaps).toEqual([])
      expect(layer.x).toBeGreaterThanOrEqual(240)
    }),
    { numRuns: 40 },
  )
})
