import { nodeAndParents } from './node-and-parents.ts'

/** Whether an instance around the layer forbids new layers there; a slot opens its instance again. */
export function insideInstance(node: SceneNode): boolean {
  const [, ...parents] = nodeAndParents(node)
  const nearest = parents.find((parent) => parent.type === 'INSTANCE' || parent.type === 'SLOT')
  return node.type !== 'SLOT' && nearest?.type === 'INSTANCE'
}
