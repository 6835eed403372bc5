import { expect, test } from 'vitest'
import { contentHash } from '#playground/figma/content-hash.ts'
import { readNode } from '#plugin/read-node.ts'
import { reviewPicture } from '#plugin/review-picture.ts'
import { mockupScene, solid } from './mockup-scene.ts'
import { nodeOf, openCanvas, treeOf } from './open-canvas.ts'
import { png } from './pictures.ts'
import { place } from './place.ts'
import { sampleProvenance } from './provenance.ts'
import { images, photo, review, verdict } from './review.ts'

const open = () => openCanvas({ scene: mockupScene })
const [first, second] = [await png(90, 60), await png(60, 60)]

test.each([
  ['approved', 'Approved the picture in “Mockup”.'],
  ['noted', 'Kept the note on “Mockup”.'],
] as const)('%s is remembered on the layer, with who and when, and changes nothing else', async (word, said) => {
  const canvas = await open()
  await place('5:1', 'fill', first)
  const before = treeOf(canvas)
  expect(await review('5:1', word, 'warmer, please')).toEqual({ said })
  expect(treeOf(canvas)).toEqual(before)
  expect(await readNode({ nodeId: '5:1' })).toMatchObject({ review: verdict(word, 'warmer, please') })
  expect(canvas.host.undo()).toBe(true)
  expect(await readNode({ nodeId: '5:1' })).toMatchObject({ review: null, provenance: sampleProvenance })
})

test.each([
  ['laid over a frame’s fills', '5:1', 'fill', null, 'Took the picture out of “Mockup”.'],
  [
    'that replaced a cropped and filtered one',
    '5:2',
    'replace',
    photo,
    'Took the picture out of “Backdrop”: what it showed before is back.',
  ],
  ['on an instance', '5:20', 'fill', null, 'Took the picture out of “Card”.'],
  [
    'in an instance',
    'I5:20;5:11',
    'replace',
    { ...photo, nodeId: 'I5:20;5:11' },
    'Took the picture out of “Backdrop”: what it showed before is back.',
  ],
  ['over the fill of a style', '5:30', 'fill', null, 'Took the picture out of “Styled”.'],
] as const)('rejected: a picture %s makes way for exactly what was there', async (_, id, placement, fill, said) => {
  const canvas = await open()
  const before = treeOf(canvas)
  await place(id, placement, first, fill)
  const placed = treeOf(canvas)
  expect(placed).not.toEqual(before)
  expect(await review(id, 'rejected', 'too dark')).toEqual({ said })
  expect(treeOf(canvas)).toEqual(before)
  expect(await readNode({ nodeId: id })).toMatchObject({ provenance: null, review: verdict('rejected', 'too dark') })
  expect(canvas.host.undo()).toBe(true)
  expect(treeOf(canvas)).toEqual(placed)
})

test('a note on an approved picture joins the approval, and one on a hidden one the rejection', async () => {
  const canvas = await open()
  const at = '2026-11-21T13:00:00.000Z'
  const note = (nodeId: string, words: string) =>
    reviewPicture({ nodeId, review: { verdict: 'noted', note: words, by: 'Bo', at } })
  await place('5:1', 'fill', first)
  await review('5:1', 'approved', 'fine')
  await note('5:1', 'warmer next time')
  const joined = { ...verdict('approved', 'warmer next time'), noted: { by: 'Bo', at } }
  expect(await readNode({ nodeId: '5:1' })).toMatchObject({ review: joined, rejected: null })
  const { nodeId } = await place('5:1', 'layer', second)
  await review(nodeId, 'rejected', 'flat')
  await note(nodeId, 'flat on the left')
  const kept = { ...verdict('rejected', 'flat on the left'), noted: { by: 'Bo', at } }
  expect(await readNode({ nodeId })).toMatchObject({ review: kept, rejected: kept })
  expect(nodeOf(canvas, nodeId)).toMatchObject({ visible: false })
})

test('where it is not known any more what stood there, a rejection changes nothing', async () => {
  const canvas = await open()
  await place('5:2', 'replace', first, photo)
  const node = await canvas.api.getNodeByIdAsync('5:2')
  node?.setSharedPluginData('framewright', 'before', '{"version":1,"steps":[{"how":"lost"}]}')
  const before = nodeOf(canvas, '5:2')
  await expect(review('5:2', 'rejected')).rejects.toMatchObject({ code: 'before_lost' })
  expect(nodeOf(canvas, '5:2')).toEqual(before)
})

test('a new picture after a rejected one starts without a review', async () => {
  const canvas = await open()
  await place('5:1', 'fill', first)
  await review('5:1', 'rejected')
  await place('5:1', 'fill', second)
  expect(await readNode({ nodeId: '5:1' })).toMatchObject({ review: null, provenance: sampleProvenance })
  expect(images(canvas, '5:1')).toEqual([contentHash(second)])
})

test('a rejection can be worded anew without taking out more', async () => {
  const canvas = await open()
  await place('5:1', 'fill', first)
  await review('5:1', 'rejected', 'too dark')
  const after = treeOf(canvas)
  await review('5:1', 'rejected', 'too dark on the left')
  expect(treeOf(canvas)).toEqual(after)
  expect(await readNode({ nodeId: '5:1' })).toMatchObject({ review: { note: 'too dark on the left' } })
})

test('a layer made for a picture is hidden, keeps its review, and is shown again with the next picture', async () => {
  const canvas = await open()
  const { nodeId } = await place('5:1', 'layer', first)
  const made = treeOf(canvas)
  await review(nodeId, 'rejected')
  expect(nodeOf(canvas, nodeId)).toMatchObject({ visible: false })
  expect(await readNode({ nodeId })).toMatchObject({ review: { verdict: 'rejected' } })
  await review(nodeId, 'approved')
  expect(treeOf(canvas)).toEqual(made)
  await review(nodeId, 'rejected')
  await place(nodeId, 'fill', first)
  expect(treeOf(canvas)).toEqual(made)
  expect(await readNode({ nodeId })).toMatchObject({ review: null, rejected: verdict('rejected') })
  await review(nodeId, 'rejected')
  await place(nodeId, 'fill', second)
  expect(nodeOf(canvas, nodeId)).toMatchObject({ visible: true })
  expect(images(canvas, nodeId)).toEqual([contentHash(second)])
})

test('other fills changed meanwhile stay changed, and no style is linked over them', async () => {
  const canvas = await open()
  await place('5:30', 'fill', first)
  const node = await canvas.api.getNodeByIdAsync('5:30')
  if (node?.type !== 'RECTANGLE' || node.fills === canvas.api.mixed) throw new Error('no fills')
  node.fills = [solid(0, 1, 0), ...node.fills.slice(1)]
  await review('5:30', 'rejected')
  expect(nodeOf(canvas, '5:30')).toMatchObject({ fills: [solid(0, 1, 0)], fillStyleId: '' })
})

test('a picture placed by an older plugin, which remembered less', async () => {
  const canvas = await open()
  const before = treeOf(canvas)
  await place('5:1', 'fill', first)
  const node = await canvas.api.getNodeByIdAsync('5:1')
  node?.setSharedPluginData('framewright', 'before', '')
  await review('5:1', 'rejected')
  expect(treeOf(canvas)).toEqual(before)
})

test('a picture that somebody replaced can be neither approved nor rejected', async () => {
  const canvas = await open()
  await place('5:1', 'fill', first)
  const node = await canvas.api.getNodeByIdAsync('5:1')
  if (node?.type !== 'FRAME') throw new Error('no frame')
  node.fills = [solid(0, 0, 0)]
  const before = nodeOf(canvas, '5:1')
  for (const word of ['approved', 'rejected'] as const) {
    await expect(review('5:1', word)).rejects.toMatchObject({ code: 'image_replaced' })
  }
  expect(nodeOf(canvas, '5:1')).toEqual(before)
})

test('where nothing was placed there is nothing to review', async () => {
  await open()
  await expect(review('5:3', 'approved')).rejects.toMatchObject({ code: 'review_nothing' })
})

test('a read-only file keeps the picture and no word', async () => {
  const canvas = await open()
  await place('5:1', 'fill', first)
  const before = nodeOf(canvas, '5:1')
  canvas.host.setReadOnly(true)
  await expect(review('5:1', 'rejected')).rejects.toMatchObject({ code: 'file_read_only' })
  expect(nodeOf(canvas, '5:1')).toEqual(before)
})

test('a background swap changes nothing but the fill it goes to', async () => {
  const canvas = await open()
  const main = treeOf(canvas, '5:10')
  for (const id of ['5:1', '5:20']) {
    const children = nodeOf(canvas, id).childIds.flatMap((child) => treeOf(canvas, child))
    const [before] = treeOf(canvas, id)
    await place(id, 'fill', first)
    expect(nodeOf(canvas, id).childIds.flatMap((child) => treeOf(canvas, child))).toEqual(children)
    const [after] = treeOf(canvas, id)
    expect(after).toEqual({ ...before, fills: [...(before?.fills ?? []), nodeOf(canvas, id).fills.at(-1)] })
  }
  expect(treeOf(canvas, '5:10')).toEqual(main)
})

test('where Figma lets an instance change no fill, the sentence says the way around and nothing changes', async () => {
  const canvas = await open()
  const before = treeOf(canvas)
  await expect(place('5:40', 'fill', first)).rejects.toMatchObject({
    code: 'fill_not_overridable',
    message: expect.stringMatching(/“Closed card”.*main component.*beside it/),
  })
  expect(treeOf(canvas)).toEqual(before)
})
