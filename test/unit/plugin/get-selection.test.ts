import { expect, test } from 'vitest'
import { selectionSchema } from '#contract/plugin-wire.ts'
import { writeProvenance } from '#domain/provenance.ts'
import { contentHash } from '#playground/figma/content-hash.ts'
import { getSelection } from '#plugin/get-selection.ts'
import { lampPng, shadeJpeg } from './canvas-scene.ts'
import { openCanvas } from './open-canvas.ts'
import { sampleProvenance } from './provenance.ts'

const selected = async (...ids: string[]) => {
  const { host } = await openCanvas()
  host.select(ids)
  return selectionSchema.parse(getSelection()).nodes
}

const one = async (id: string) => {
  const [node] = await selected(id)
  if (!node) throw new Error('nothing selected')
  return node
}

test('nothing selected is an empty list on the page that is open', async () => {
  await openCanvas()
  expect(getSelection()).toEqual({ fileId: null, pageId: '0:1', readOnly: false, nodes: [] })
})

test('the order is top to bottom, then left to right, whatever order they were selected in', async () => {
  const nodes = await selected('1:60', '1:12', '1:1', '1:11')
  expect(nodes.map(({ id }) => id)).toEqual(['1:1', '1:11', '1:12', '1:60'])
})

test('a frame can take a fill and layers', async () => {
  expect(await one('1:1')).toEqual({
    id: '1:1',
    name: 'Hero',
    type: 'FRAME',
    width: 800,
    height: 400,
    locked: false,
    visible: true,
    insideInstance: false,
    canFill: true,
    canHoldLayers: true,
    imageFills: [],
    provenance: null,
    review: null,
    rejected: null,
  })
})

test.each([
  ['section', '1:100', { canFill: true, canHoldLayers: true, insideInstance: false }],
  ['group', '1:70', { canFill: false, canHoldLayers: true, insideInstance: false }],
  ['component', '1:51', { canFill: true, canHoldLayers: true, insideInstance: false }],
  ['component set', '1:50', { canFill: true, canHoldLayers: false, insideInstance: false }],
  ['instance', '1:60', { canFill: true, canHoldLayers: false, insideInstance: false }],
  ['child of an instance', 'I1:60;1:52', { canFill: true, canHoldLayers: false, insideInstance: true }],
  ['boolean operation', '1:80', { canFill: true, canHoldLayers: false, insideInstance: false }],
  ['text of one colour', '1:91', { canFill: true, canHoldLayers: false, insideInstance: false }],
  ['text of several colours', '1:90', { canFill: false, canHoldLayers: false, insideInstance: false }],
  ['line', '1:92', { canFill: false, canHoldLayers: false, insideInstance: false }],
])('%s', async (_, id, expected) => {
  expect(await one(id)).toMatchObject(expected)
})

test('image fills are told by index, with their image and how they are shown', async () => {
  expect((await one('1:11')).imageFills).toEqual([
    { index: 1, scaleMode: 'FILL', visible: true, imageHash: contentHash(lampPng) },
    { index: 2, scaleMode: 'FILL', visible: false, imageHash: contentHash(shadeJpeg) },
  ])
})

test('a layer counts as locked or hidden when what is around it is', async () => {
  expect(await one('1:94')).toMatchObject({ locked: true, visible: true })
  expect(await one('1:96')).toMatchObject({ locked: false, visible: false })
})

test('what a layer remembers is read back; what cannot be read is nothing', async () => {
  const { api, host } = await openCanvas()
  host.select(['1:1'])
  const hero = api.currentPage.selection[0]
  hero?.setSharedPluginData('framewright', 'provenance', writeProvenance(sampleProvenance))
  expect(getSelection().nodes[0]?.provenance).toEqual(sampleProvenance)
  hero?.setSharedPluginData('framewright', 'provenance', '{"version":99}')
  expect(getSelection().nodes[0]?.provenance).toBeNull()
})

test('Dev Mode is read-only', async () => {
  await openCanvas({ editorType: 'dev', mode: 'inspect' })
  expect(getSelection().readOnly).toBe(true)
})
