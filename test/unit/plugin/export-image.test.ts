import { imageSize } from 'image-size'
import { expect, test } from 'vitest'
import { sniffFormat } from '#domain/image.ts'
import { contentHash } from '#playground/figma/content-hash.ts'
import { findNode } from '#plugin/canvas/find-node.ts'
import { exportImage } from '#plugin/export-image.ts'
import { exportAsShown } from '#plugin/exporting/export-as-shown.ts'
import { blinkGif, lampPng } from './canvas-scene.ts'
import { openCanvas } from './open-canvas.ts'

const original = (nodeId: string) => exportImage({ nodeId, how: 'original', maxEdge: 2048 })
const asShown = (nodeId: string) => exportImage({ nodeId, how: 'asShown', maxEdge: 2048 })

test('the original is the topmost visible image fill’s own file, with the layer’s name and the fill’s place', async () => {
  await openCanvas()
  const { bytes, name, fill } = await original('1:11')
  expect(name).toBe('Lamp')
  expect(Buffer.from(bytes).equals(lampPng)).toBe(true)
  expect(fill).toEqual({ nodeId: '1:11', index: 1, imageHash: contentHash(lampPng) })
})

test('a GIF fill stays the GIF it is', async () => {
  await openCanvas()
  expect(Buffer.from((await original('1:12')).bytes).equals(blinkGif)).toBe(true)
})

test.each([
  ['has no image fill', '1:1'],
  ['has fills that differ from letter to letter', '1:90'],
])('a layer that %s has no original', async (_, id) => {
  await openCanvas()
  await expect(original(id)).rejects.toMatchObject({ code: 'fill_missing' })
})

test.each([
  ['landscape, made smaller', '1:1', 400, { width: 400, height: 200 }],
  ['small, at most two pixels a unit', '1:12', 2048, { width: 200, height: 200 }],
  ['its shadow left out', '1:97', 100, { width: 100, height: 100 }],
  ['turned by 90 degrees, as tall as it was wide', '1:110', 100, { width: 50, height: 100 }],
])('as shown: %s', async (_, id, maxEdge, size) => {
  await openCanvas()
  const bytes = await exportAsShown(await findNode(id), maxEdge)
  expect(sniffFormat(bytes)).toBe('png')
  expect(imageSize(bytes)).toMatchObject(size)
})

test('as shown, at most as large as asked for, is no fill', async () => {
  await openCanvas()
  const { bytes, fill } = await exportImage({ nodeId: '1:1', how: 'asShown', maxEdge: 1600 })
  expect(imageSize(bytes)).toMatchObject({ width: 1600, height: 800 })
  expect(fill).toBeNull()
  expect(imageSize((await exportImage({ nodeId: '1:1', how: 'asShown', maxEdge: 300 })).bytes)).toMatchObject({
    width: 300,
  })
})

test('hidden layers, also by a hidden parent, have nothing visible', async () => {
  await openCanvas()
  for (const id of ['1:95', '1:96']) {
    await expect(asShown(id)).rejects.toMatchObject({ code: 'nothing_visible' })
  }
})

test('a layer hidden while it is exported, for which Figma rejects with a string', async () => {
  const { api } = await openCanvas({ latencyMs: 20 })
  const hero = await api.getNodeByIdAsync('1:1')
  if (hero?.type !== 'FRAME') throw new Error('no frame')
  const exporting = asShown('1:1')
  await api.getNodeByIdAsync('1:1')
  hero.visible = false
  await expect(exporting).rejects.toMatchObject({ code: 'nothing_visible', failure: { details: { name: 'Hero' } } })
})

test('a layer deleted while it is looked up', async () => {
  const { host } = await openCanvas({ latencyMs: 20 })
  const exporting = original('1:11')
  host.remove('1:11')
  await expect(exporting).rejects.toMatchObject({ code: 'node_removed' })
})
