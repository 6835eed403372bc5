import { imageSize } from 'image-size'
import { expect, test } from 'vitest'
import { mainCalls } from '#contract/plugin-wire.ts'
import { contentHash } from '#playground/figma/content-hash.ts'
import type { Scene, SceneNode } from '#playground/figma/scene.ts'
import { exportMask } from '#plugin/export-mask.ts'
import { openCanvas } from './open-canvas.ts'
import { png } from './pictures.ts'

const photoPng = await png(600, 400)
const INK: SolidPaint = { type: 'SOLID', color: { r: 0, g: 0, b: 0 } }
const image = (more: Partial<ImagePaint>): ImagePaint => ({
  type: 'IMAGE',
  scaleMode: 'FILL',
  imageHash: 'photo',
  ...more,
})
const box = (id: string, more: Partial<SceneNode>): SceneNode => ({
  id,
  type: 'RECTANGLE',
  name: `Box ${id}`,
  fills: [INK],
  ...more,
})

const scene: Scene = {
  name: 'masks',
  pages: [
    {
      id: '0:1',
      name: 'Page',
      children: [
        box('8:1', { name: 'Photo', width: 300, height: 200, fills: [INK, image({})] }),
        box('8:2', { name: 'Tiles', width: 300, height: 200, fills: [image({ scaleMode: 'TILE', scalingFactor: 1 })] }),
        box('8:10', { x: 50, y: 50, width: 40, height: 20 }),
        box('8:11', { name: 'Hidden', visible: false }),
        box('8:12', { name: 'Bare', fills: [] }),
        box('8:13', { x: 300, y: 0 }),
        box('8:14', { x: -1000, y: 50, width: 20_000, height: 10 }),
        box('8:15', { x: 50, y: 50, strokes: [INK], strokeWeight: 10, strokeAlign: 'OUTSIDE' }),
      ],
    },
  ],
  pictures: { photo: photoPng },
}

const open = (options = {}) => openCanvas({ scene, ...options })
const place = { nodeId: '8:1', index: 1, imageHash: contentHash(photoPng) }
const photo = { nodeId: '8:1', fill: place, width: 600, height: 400 }
const exported = async (nodeId: string, picture: Parameters<typeof exportMask>[0]['picture'] = photo) =>
  mainCalls.exportMask.result.parse(await exportMask({ nodeId, picture }))

test('two exported pixels for each pixel of the picture, with the way back', async () => {
  await open()
  const { bytes, name, toPicture } = await exported('8:10')
  expect(name).toBe('Box 8:10')
  expect(imageSize(bytes)).toMatchObject({ width: 160, height: 80, type: 'png' })
  expect(toPicture).toEqual([0.5, 0, 0, 0.5, 100, 100])
})

test('strokes outside the box are in the export', async () => {
  await open()
  const { bytes, toPicture } = await exported('8:15')
  expect(imageSize(bytes)).toMatchObject({ width: 480, height: 480 })
  expect(toPicture).toEqual([0.5, 0, 0, 0.5, 80, 80])
})

test('no larger than 4096 pixels, however large the layer is', async () => {
  await open()
  const { bytes, toPicture } = await exported('8:14')
  expect(imageSize(bytes)).toMatchObject({ width: 4096 })
  expect(toPicture[0]).toBeCloseTo(40_000 / 4096)
})

test('a fill that moved among the others is found by its image', async () => {
  await open()
  const { toPicture } = await exported('8:10', { ...photo, fill: { ...place, index: 5 } })
  expect(toPicture).toEqual([0.5, 0, 0, 0.5, 100, 100])
})

test.each([
  ['hidden', '8:11', 'nothing_visible'],
  ['without any ink', '8:12', 'nothing_visible'],
  ['right beside the picture', '8:13', 'mask_outside'],
  ['that is not there', '9:9', 'mask_layer_removed'],
])('a layer %s', async (_, id, code) => {
  await open()
  await expect(exported(id)).rejects.toMatchObject({ code })
})

test.each([
  ['that is not there', { ...photo, nodeId: '9:9' }, 'node_removed'],
  ['with another image now', { ...photo, fill: { ...place, imageHash: 'f'.repeat(40) } }, 'image_replaced'],
  ['that is tiled', { ...photo, nodeId: '8:2', fill: { ...place, nodeId: '8:2', index: 0 } }, 'fill_tiled'],
])('a picture %s', async (_, picture, code) => {
  await open()
  await expect(exported('8:10', picture)).rejects.toMatchObject({ code })
})

test('a layer deleted while it is looked up or exported', async () => {
  for (const waits of [0, 1, 2]) {
    const { api, host } = await open({ latencyMs: 10 })
    const exporting = exported('8:10')
    for (let wait = 0; wait < waits; wait += 1) await api.getNodeByIdAsync('8:1')
    host.remove('8:10')
    await expect(exporting).rejects.toMatchObject({ code: 'mask_layer_removed' })
  }
})

test('a picture deleted meanwhile', async () => {
  const { host } = await open({ latencyMs: 10 })
  const exporting = exported('8:10')
  host.remove('8:1')
  await expect(exporting).rejects.toMatchObject({ code: 'node_removed' })
})
