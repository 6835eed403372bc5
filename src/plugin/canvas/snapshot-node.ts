import type { NodeSnapshot } from '#contract/plugin-wire.ts'
import { REJECTED_KEY } from '../memory/memory-keys.ts'
import { readMemory } from '../memory/read-memory.ts'
import { readReview } from '../memory/read-review.ts'
import { insideInstance } from './inside-instance.ts'
import { nodeAndParents } from './node-and-parents.ts'
import { nodeKind } from './node-kind.ts'
import { isFillable, readFills } from './read-fills.ts'

/** What the window needs to know of a layer; small, and no pixels. */
export function snapshotNode(node: SceneNode): NodeSnapshot {
  const chain = nodeAndParents(node)
  const fills = readFills(node)
  const inInstance = insideInstance(node)
  return {
    id: node.id,
    name: node.name,
    type: node.type,
    width: node.width,
    height: node.height,
    locked: chain.some(({ locked }) => locked),
    visible: chain.every(({ visible }) => visible),
    insideInstance: inInstance,
    canFill: fills !== null && isFillable(node),
    canHoldLayers: nodeKind(node.type).layer === 'inside' && !inInstance,
    imageFills: (fills ?? []).flatMap((paint, index) =>
      paint.type === 'IMAGE' && paint.imageHash
        ? [{ index, scaleMode: paint.scaleMode, visible: paint.visible !== false, imageHash: paint.imageHash }]
        : [],
    ),
    provenance: readMemory(node),
    review: readReview(node),
    rejected: readReview(node, REJECTED_KEY),
  }
}
