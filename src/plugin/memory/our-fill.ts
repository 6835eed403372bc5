import { FILL_KEY, MEMORY_NAMESPACE } from './memory-keys.ts'

/** Index of the fill that shows the picture placed here last; −1 when there is none (any more). */
export function ourFill(node: SceneNode, fills: readonly Paint[]): number {
  const hash = node.getSharedPluginData(MEMORY_NAMESPACE, FILL_KEY)
  return hash === '' ? -1 : fills.findLastIndex((paint) => paint.type === 'IMAGE' && paint.imageHash === hash)
}
