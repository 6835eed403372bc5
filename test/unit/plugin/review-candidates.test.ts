import { expect, test } from 'vitest'
import { contentHash } from '#playground/figma/content-hash.ts'
import { placeResult } from '#plugin/place-result.ts'
import { readNode } from '#plugin/read-node.ts'
import { mockupScene } from './mockup-scene.ts'
import { nodeOf, openCanvas, treeOf } from './open-canvas.ts'
import { png } from './pictures.ts'
import { place } from './place.ts'
import { sampleProvenance } from './provenance.ts'
import { images, photo, review, verdict } from './review.ts'

const open = () => openCanvas({ scene: mockupScene })
const [first, second, third] = [await png(90, 60), await png(60, 60), await png(30, 60)]

test('after several candidates, what stood there before the first comes back', async () => {
  const canvas = await open()
  const before = treeOf(canvas)
  await place('5:2', 'replace', first, photo)
  await place('5:2', 'replace', second, photo)
  await place('5:2', 'fill', third)
  expect(images(canvas, '5:2')).toEqual([contentHash(third)])
  await review('5:2', 'rejected')
  expect(treeOf(canvas)).toEqual(before)
})

test('the next candidate of the same job keeps crop and filters of the original; a picture of another job fits itself', async () => {
  const canvas = await open()
  await place('5:2', 'replace', first, photo)
  const paint = nodeOf(canvas, '5:2').fills[1]
  await place('5:2', 'fill', second)
  expect(nodeOf(canvas, '5:2').fills[1]).toEqual({ ...paint, imageHash: contentHash(second) })
  const provenance = { ...sampleProvenance, jobId: 'job-2' }
  await placeResult({ nodeId: '5:2', placement: 'fill', bytes: third, provenance, fill: null })
  expect(nodeOf(canvas, '5:2').fills[1]).toMatchObject({ opacity: 1, blendMode: 'NORMAL' })
})

test('a candidate after an approved picture gives way to that one, and then to what was there first', async () => {
  const canvas = await open()
  const before = treeOf(canvas)
  await place('5:1', 'fill', first)
  await review('5:1', 'approved')
  const approved = treeOf(canvas)
  await place('5:1', 'fill', second)
  expect(await readNode({ nodeId: '5:1' })).toMatchObject({ review: null, rejected: null })
  await review('5:1', 'rejected', 'flat')
  expect(treeOf(canvas)).toEqual(approved)
  expect(await readNode({ nodeId: '5:1' })).toMatchObject({
    provenance: { jobId: 'job-1' },
    review: verdict('approved'),
    rejected: verdict('rejected', 'flat'),
  })
  await review('5:1', 'rejected')
  expect(treeOf(canvas)).toEqual(before)
})

test.each([
  ['as a fill', '5:1', 'fill', null],
  ['in place of the one it was made from', '5:2', 'replace', photo],
] as const)(
  'an approved picture placed again %s stays approved, and gives way in one step',
  async (_, id, way, fill) => {
    const canvas = await open()
    const before = treeOf(canvas)
    await place(id, way, first, fill)
    await review(id, 'approved')
    await place(id, way, first, fill)
    expect(await readNode({ nodeId: id })).toMatchObject({ review: verdict('approved') })
    await review(id, 'rejected')
    expect(treeOf(canvas)).toEqual(before)
  },
)

test('an approved picture made from more words than fit is brought back too', async () => {
  const canvas = await open()
  const provenance = { ...sampleProvenance, idea: 'x'.repeat(31_000) }
  await placeResult({ nodeId: '5:1', placement: 'fill', bytes: first, provenance, fill: null })
  await review('5:1', 'approved')
  await place('5:1', 'fill', second)
  await review('5:1', 'rejected')
  expect(images(canvas, '5:1')).toEqual([contentHash(first)])
})

test('an edit of a picture made here gives way to that picture', async () => {
  const canvas = await open()
  await place('5:1', 'fill', first)
  const made = treeOf(canvas)
  await place('5:1', 'replace', second, { nodeId: '5:1', index: 1, imageHash: contentHash(first) })
  expect(images(canvas, '5:1')).toEqual([contentHash(second)])
  await review('5:1', 'rejected')
  expect(treeOf(canvas)).toEqual(made)
  expect(await readNode({ nodeId: '5:1' })).toMatchObject({
    provenance: { jobId: 'job-1' },
    review: null,
    rejected: verdict('rejected'),
  })
})
