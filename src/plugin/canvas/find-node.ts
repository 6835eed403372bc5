import { AppError } from '#domain/app-error.ts'

/**
 * The layer with this id, as it is now. To be asked again after every wait: a layer can be deleted meanwhile, and
 * every access to a removed one throws.
 * @throws AppError `node_removed`
 */
export async function findNode(nodeId: string): Promise<SceneNode> {
  const node = await figma.getNodeByIdAsync(nodeId)
  if (!node || node.removed || node.type === 'DOCUMENT' || node.type === 'PAGE') throw new AppError('node_removed')
  return node
}
