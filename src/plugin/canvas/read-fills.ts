import { nodeKind } from './node-kind.ts'

/** A layer that takes image fills. */
export type FillableNode = SceneNode & MinimalFillsMixin

export function isFillable(node: SceneNode): node is FillableNode {
  return nodeKind(node.type).canFill && 'fills' in node
}

/** A layer's fills, bottom first; null when it has none to speak of or they differ from letter to letter. */
export function readFills(node: SceneNode): readonly Paint[] | null {
  if (!('fills' in node)) return null
  const { fills } = node
  return fills === figma.mixed ? null : fills
}
