import { expect, test } from 'vitest'
import { mainCalls } from '#contract/plugin-wire.ts'
import type { SceneNode } from '#playground/figma/scene.ts'
import { readFrame } from '#plugin/read-frame.ts'
import { mockupScene } from './mockup-scene.ts'
import { openCanvas } from './open-canvas.ts'

const read = async (nodeId: string) => mainCalls.readFrame.result.parse(await readFrame({ nodeId })).layers

const frameWith = (children: SceneNode[], more: Partial<SceneNode> = {}) =>
  openCanvas({
    scene: {
      name: 'frame',
      pages: [
        {
          id: '0:1',
          name: 'Page',
          children: [
            { id: '6:1', type: 'FRAME', name: 'Frame', x: 70, y: 30, width: 200, height: 100, ...more, children },
          ],
        },
      ],
    },
  })

const box = (id: string, more: Partial<SceneNode>): SceneNode => ({ id, type: 'RECTANGLE', name: id, ...more })

test('the layers right inside a frame, bottom first, with their place in it and their words', async () => {
  await openCanvas({ scene: mockupScene })
  expect(await read('5:1')).toEqual([
    { id: '5:2', name: 'Backdrop', canFill: true, visible: true, box: { x: 0, y: 0, width: 1, height: 1 } },
    { id: '5:3', name: 'Product', canFill: true, visible: true, box: { x: 0.25, y: 0.25, width: 0.5, height: 0.5 } },
    {
      id: '5:4',
      name: 'Headline',
      text: 'Light for work',
      canFill: true,
      visible: true,
      box: { x: 0.1, y: 0.05, width: 0.8, height: 0.1 },
    },
  ])
})

test('groups by their name and box; hidden layers are told as such', async () => {
  await frameWith([
    {
      id: '6:2',
      type: 'GROUP',
      name: 'Pair',
      children: [
        box('6:3', { x: 50, y: 20, width: 20, height: 20 }),
        box('6:4', { x: 130, y: 60, width: 20, height: 20 }),
      ],
    },
    box('6:5', { visible: false, width: 200, height: 100 }),
  ])
  expect(await read('6:1')).toMatchObject([
    { name: 'Pair', canFill: false, visible: true, box: { x: 0.25, y: 0.2, width: 0.5, height: 0.6 } },
    { id: '6:5', visible: false },
  ])
})

test('in a turned frame the boxes are the frame’s own', async () => {
  await frameWith([box('6:2', { x: 50, y: 25, width: 100, height: 50 })], { rotation: 37 })
  expect((await read('6:1'))[0]?.box).toEqual({ x: 0.25, y: 0.25, width: 0.5, height: 0.5 })
})

test('what sticks out is told as far as it matters; what is far away is left out', async () => {
  await frameWith([
    box('6:2', { x: -100_000, y: 10, width: 200_000, height: 10 }),
    box('6:3', { x: 50_000, y: 10, width: 10, height: 10 }),
    box('6:4', { x: 190, y: 90, width: 20, height: 20 }),
  ])
  expect((await read('6:1')).map(({ id, box: { x, width } }) => [id, x, width])).toEqual([
    ['6:2', -4, 9],
    ['6:4', 0.95, 0.1],
  ])
})

test('at most 200 layers; none in what holds none', async () => {
  await frameWith(Array.from({ length: 230 }, (_, index) => box(`6:${index + 2}`, { width: 10, height: 10 })))
  expect(await read('6:1')).toHaveLength(200)
  expect(await read('6:2')).toEqual([])
})
