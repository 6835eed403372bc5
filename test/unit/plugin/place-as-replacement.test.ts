import { expect, test } from 'vitest'
import type { FillPlace } from '#domain/edits/edit.ts'
import { contentHash } from '#playground/figma/content-hash.ts'
import type { SimulatedFigma } from '#playground/figma/simulated-figma.ts'
import { placeResult } from '#plugin/place-result.ts'
import { mockupScene, photoPng } from './mockup-scene.ts'
import { nodeOf, openCanvas, treeOf } from './open-canvas.ts'
import { png } from './pictures.ts'
import { result } from './place.ts'
import { sampleProvenance } from './provenance.ts'

const open = (options = {}) => openCanvas({ scene: mockupScene, ...options })
const photo: FillPlace = { nodeId: '5:2', index: 1, imageHash: contentHash(photoPng) }

const replace = (fill: FillPlace | null, bytes: Uint8Array = result) =>
  placeResult({ nodeId: fill?.nodeId ?? '5:2', placement: 'replace', bytes, provenance: sampleProvenance, fill })

async function setFills({ api }: SimulatedFigma, id: string, change: (fills: readonly Paint[]) => Paint[]) {
  const node = await api.getNodeByIdAsync(id)
  if (!node || !('fills' in node) || node.fills === api.mixed) throw new Error('no fills')
  node.fills = change(node.fills)
}

const hashes = (canvas: SimulatedFigma, id: string) =>
  nodeOf(canvas, id).fills.map((paint) => (paint.type === 'IMAGE' ? paint.imageHash : paint.type))

test('only the fill’s image changes; crop, filters, opacity and blending stay', async () => {
  const canvas = await open()
  const before = treeOf(canvas)
  const { nodeId, said } = await replace(photo)
  expect(nodeId).toBe('5:2')
  expect(said).toBe('Replaced the picture in “Backdrop”.')
  const expected = before.map((node) =>
    node.id === '5:2'
      ? { ...node, fills: node.fills?.map((p) => (p.type === 'IMAGE' ? { ...p, imageHash: contentHash(result) } : p)) }
      : node,
  )
  expect(treeOf(canvas)).toEqual(expected)
})

test('one undo step', async () => {
  const canvas = await open()
  const before = nodeOf(canvas, '5:2')
  await replace(photo)
  expect(canvas.host.undo()).toBe(true)
  expect(nodeOf(canvas, '5:2')).toEqual(before)
  expect(canvas.host.undo()).toBe(false)
})

test('of two fills with the same image, the very one', async () => {
  const canvas = await open()
  await setFills(canvas, '5:2', ([base, image]) => (base && image ? [image, image, base] : []))
  await replace({ ...photo, index: 0 })
  expect(hashes(canvas, '5:2')).toEqual([contentHash(result), photo.imageHash, 'SOLID'])
})

test('a fill moved among the others is found again', async () => {
  const canvas = await open()
  await setFills(canvas, '5:2', (fills) => fills.toReversed())
  await replace(photo)
  expect(hashes(canvas, '5:2')).toEqual([contentHash(result), 'SOLID'])
})

test('the next candidate takes the place of the one before, wherever that is by now', async () => {
  const canvas = await open()
  await replace(photo)
  await setFills(canvas, '5:2', (fills) => fills.toReversed())
  const next = await png(64, 64)
  await replace(photo, next)
  expect(hashes(canvas, '5:2')).toEqual([contentHash(next), 'SOLID'])
})

test('an image that was replaced by hand meanwhile stays', async () => {
  const canvas = await open()
  const other = canvas.api.createImage(await png(30, 30))
  await setFills(canvas, '5:2', (fills) =>
    fills.map((paint) => (paint.type === 'IMAGE' ? { ...paint, imageHash: other.hash } : paint)),
  )
  const before = nodeOf(canvas, '5:2')
  await expect(replace(photo)).rejects.toMatchObject({
    code: 'image_replaced',
    failure: { details: { name: 'Backdrop' } },
  })
  expect(nodeOf(canvas, '5:2')).toEqual(before)
})

test('without a fill to replace, nothing changes', async () => {
  const canvas = await open()
  const before = treeOf(canvas)
  await expect(replace(null)).rejects.toMatchObject({ code: 'image_replaced' })
  expect(treeOf(canvas)).toEqual(before)
})

test('in an instance only its own fill changes, not the main component', async () => {
  const canvas = await open()
  const main = treeOf(canvas, '5:10')
  await replace({ ...photo, nodeId: 'I5:20;5:11' })
  expect(hashes(canvas, 'I5:20;5:11')).toEqual(['SOLID', contentHash(result)])
  expect(treeOf(canvas, '5:10')).toEqual(main)
})

test('a layer deleted meanwhile', async () => {
  const canvas = await open({ latencyMs: 20 })
  const placing = replace(photo)
  canvas.host.remove('5:2')
  await expect(placing).rejects.toMatchObject({ code: 'node_removed' })
})
