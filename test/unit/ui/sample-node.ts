import type { NodeSnapshot, Selection } from '#contract/plugin-wire.ts'

/** A frame as main tells it; override what the test is about. */
export const sampleNode = (change: Partial<NodeSnapshot> = {}): NodeSnapshot => ({
  id: '1:2',
  name: 'Hero',
  type: 'FRAME',
  width: 1440,
  height: 900,
  locked: false,
  visible: true,
  insideInstance: false,
  canFill: true,
  canHoldLayers: true,
  imageFills: [],
  provenance: null,
  review: null,
  rejected: null,
  ...change,
})

const imageFill = { index: 0, scaleMode: 'FILL' as const, visible: true, imageHash: 'hash-1' }

/** A rectangle with a picture in it. */
export const samplePicture = (change: Partial<NodeSnapshot> = {}): NodeSnapshot =>
  sampleNode({
    id: '1:3',
    name: 'Lamp',
    type: 'RECTANGLE',
    width: 300,
    height: 200,
    canHoldLayers: false,
    imageFills: [imageFill],
    ...change,
  })

export const selectionOf = (...nodes: NodeSnapshot[]): Selection => ({
  fileId: null,
  pageId: '0:1',
  readOnly: false,
  nodes,
})
