import { expect, test } from 'vitest'
import { readMemory } from '#plugin/memory/read-memory.ts'
import { nodeOf, openCanvas } from './open-canvas.ts'
import { gif, jpeg, png, webp } from './pictures.ts'
import { place, result } from './place.ts'
import { sampleProvenance } from './provenance.ts'

test.each(['fill', 'layer', 'beside'] as const)('%s: one undo step, and one to redo', async (placement) => {
  const canvas = await openCanvas()
  const before = nodeOf(canvas, '0:1')
  const hero = nodeOf(canvas, '1:1')
  const { nodeId } = await place('1:1', placement)
  const after = nodeOf(canvas, nodeId)
  expect(canvas.host.undo()).toBe(true)
  expect(nodeOf(canvas, '0:1')).toEqual(before)
  expect(nodeOf(canvas, '1:1')).toEqual(hero)
  expect(canvas.host.undo()).toBe(false)
  expect(canvas.host.redo()).toBe(true)
  expect(nodeOf(canvas, nodeId)).toEqual(after)
})

test('two placements are two steps', async () => {
  const canvas = await openCanvas()
  await place('1:1', 'fill')
  const afterFirst = nodeOf(canvas, '1:1')
  await place('1:1', 'fill', await png(64, 64))
  canvas.host.undo()
  expect(nodeOf(canvas, '1:1')).toEqual(afterFirst)
})

test('what was placed remembers how it was made, offers to open the plugin, is selected and in view', async () => {
  const canvas = await openCanvas()
  canvas.host.setViewport({ center: { x: 9000, y: 9000 } })
  const { nodeId } = await place('1:1', 'beside')
  const layer = await canvas.api.getNodeByIdAsync(nodeId)
  if (layer?.type !== 'RECTANGLE') throw new Error('no rectangle')
  expect(readMemory(layer)).toEqual(sampleProvenance)
  expect(Object.keys(nodeOf(canvas, nodeId).relaunchData)).toEqual(['open'])
  expect(canvas.host.selection).toEqual([nodeId])
  expect(canvas.host.viewport.center).toEqual({ x: layer.x + layer.width / 2, y: layer.y + layer.height / 2 })
})

test('another page opened meanwhile: the layer’s page is shown again', async () => {
  const canvas = await openCanvas({ latencyMs: 5 })
  const placing = place('1:1', 'layer')
  canvas.host.setCurrentPage('0:2')
  const { nodeId } = await placing
  expect(canvas.host.currentPageId).toBe('0:1')
  expect(canvas.host.selection).toEqual([nodeId])
  expect(nodeOf(canvas, nodeId).parentId).toBe('1:1')
})

test('a target on a page that was never open', async () => {
  const canvas = await openCanvas()
  const { nodeId } = await place('2:1', 'layer')
  expect(canvas.host.currentPageId).toBe('0:2')
  expect(nodeOf(canvas, nodeId).parentId).toBe('2:1')
})

test('a target deleted while waiting', async () => {
  const canvas = await openCanvas({ latencyMs: 20 })
  const placing = place('1:1', 'fill')
  canvas.host.remove('1:1')
  const before = nodeOf(canvas, '0:1')
  await expect(placing).rejects.toMatchObject({ code: 'node_removed' })
  expect(nodeOf(canvas, '0:1')).toEqual(before)
})

test('a target deleted after it was found, while Figma reads the picture', async () => {
  const canvas = await openCanvas({ latencyMs: 20 })
  const placing = place('1:1', 'fill')
  const lookedUp = canvas.api.getNodeByIdAsync('1:1')
  await lookedUp
  canvas.host.remove('1:1')
  await expect(placing).rejects.toMatchObject({ code: 'node_removed' })
})

test('locked and hidden layers take the picture, and it is said', async () => {
  const canvas = await openCanvas()
  const locked = await place('1:93', 'fill')
  expect(locked.said).toBe('Placed as the image fill of “Locked”. It is locked and stays so.')
  expect(nodeOf(canvas, '1:93')).toMatchObject({ locked: true })
  const hidden = await place('1:95', 'layer')
  expect(hidden.said).toBe('Placed as a new layer in “Hidden”. It is hidden: show it to see the picture.')
})

test.each(['fill', 'layer', 'beside'] as const)('%s in a read-only file', async (placement) => {
  const canvas = await openCanvas()
  canvas.host.setReadOnly(true)
  const before = nodeOf(canvas, '0:1')
  await expect(place('1:1', placement)).rejects.toMatchObject({ code: 'file_read_only' })
  expect(nodeOf(canvas, '0:1')).toEqual(before)
})

test('PNG, JPEG and GIF are taken', async () => {
  await openCanvas()
  for (const bytes of [result, await jpeg(64, 64), await gif(64, 64)]) await place('1:1', 'fill', bytes)
})

test.each([
  ['WEBP', webp(64, 64), 'figma_image_refused'],
  ['text', Promise.resolve(new TextEncoder().encode('a text file named .png')), 'figma_image_refused'],
  ['a PNG cut off in its header', png(64, 64).then((bytes) => bytes.slice(0, 12)), 'figma_image_refused'],
  ['a PNG over 4096 pixels', png(4097, 8), 'figma_image_too_large'],
])('%s is refused, and nothing changes', async (_, bytes, code) => {
  const canvas = await openCanvas()
  const before = nodeOf(canvas, '1:1')
  await expect(place('1:1', 'fill', await bytes)).rejects.toMatchObject({ code })
  expect(nodeOf(canvas, '1:1')).toEqual(before)
  expect(canvas.host.undo()).toBe(false)
})

test('4096 pixels are taken', async () => {
  await openCanvas()
  await place('1:1', 'fill', await png(4096, 8))
})
