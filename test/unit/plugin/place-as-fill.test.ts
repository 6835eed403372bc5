import { expect, test } from 'vitest'
import { coverTransform } from '#domain/placement.ts'
import { nodeOf, openCanvas } from './open-canvas.ts'
import { png } from './pictures.ts'
import { place } from './place.ts'

test('the picture covers the layer, over the fills it has', async () => {
  const canvas = await openCanvas()
  const { nodeId, said } = await place('1:11', 'fill')
  expect(nodeId).toBe('1:11')
  expect(said).toBe('Placed as the image fill of “Lamp”.')
  const { fills, width, height } = nodeOf(canvas, '1:11')
  expect(fills.map(({ type }) => type)).toEqual(['SOLID', 'IMAGE', 'IMAGE', 'IMAGE'])
  expect(fills[3]).toMatchObject({
    scaleMode: 'CROP',
    imageTransform: coverTransform({ width: 1000, height: 500 }, { width, height }),
  })
})

test('the crop follows the layer’s size when it is placed, not when it was planned', async () => {
  const canvas = await openCanvas()
  const hero = await canvas.api.getNodeByIdAsync('1:1')
  if (hero?.type !== 'FRAME') throw new Error('no frame')
  hero.resize(500, 500)
  await place('1:1', 'fill')
  expect(nodeOf(canvas, '1:1').fills.at(-1)).toMatchObject({
    imageTransform: [
      [0.5, 0, 0.25],
      [0, 1, 0],
    ],
  })
})

test('a second picture takes the place of the first, where it was, and leaves the others', async () => {
  const canvas = await openCanvas()
  await place('1:11', 'fill')
  const first = nodeOf(canvas, '1:11').fills
  const node = await canvas.api.getNodeByIdAsync('1:11')
  if (node?.type !== 'RECTANGLE') throw new Error('no rectangle')
  node.fills = [...first, { type: 'SOLID', color: { r: 0, g: 1, b: 0 } }]
  const { said } = await place('1:11', 'fill', await png(64, 64))
  expect(said).toBe('Replaced the picture in “Lamp”.')
  const second = nodeOf(canvas, '1:11').fills
  expect(second).toHaveLength(5)
  expect(second.slice(0, 3)).toEqual(first.slice(0, 3))
  expect(second[3]).not.toEqual(first[3])
  expect(second[4]).toMatchObject({ type: 'SOLID' })
})

test('the fill of an instance and of a layer inside one can be changed', async () => {
  const canvas = await openCanvas()
  for (const id of ['1:60', 'I1:60;1:52']) {
    await place(id, 'fill')
    expect(nodeOf(canvas, id).fills.at(-1)).toMatchObject({ type: 'IMAGE', scaleMode: 'CROP' })
  }
  expect(nodeOf(canvas, '1:52').fills).toHaveLength(1)
})

test('a fill style that is no longer linked is said', async () => {
  const canvas = await openCanvas()
  expect((await place('1:98', 'fill')).said).toBe(
    'Placed as the image fill of “Styled”. It is no longer linked to its fill style.',
  )
  expect(nodeOf(canvas, '1:98').fillStyleId).toBe('')
})

test.each([
  ['component set', '1:50'],
  ['section', '1:100'],
  ['turned frame', '1:40'],
  ['boolean operation', '1:80'],
  ['text of one colour', '1:91'],
])('%s', async (_, id) => {
  const canvas = await openCanvas()
  await place(id, 'fill')
  expect(nodeOf(canvas, id).fills.at(-1)).toMatchObject({ type: 'IMAGE' })
})

test.each([
  ['text of several colours, which one fill would wipe out', '1:90'],
  ['group', '1:70'],
  ['line', '1:92'],
])('a %s takes no fill and stays as it is', async (_, id) => {
  const canvas = await openCanvas()
  const before = nodeOf(canvas, id)
  await expect(place(id, 'fill')).rejects.toMatchObject({ code: 'node_has_no_fill' })
  expect(nodeOf(canvas, id)).toEqual(before)
})
