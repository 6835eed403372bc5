import { AppError } from '#domain/app-error.ts'

/**
 * The page a layer is on.
 * @throws AppError `node_removed` when it is on none
 */
export function pageOf(node: SceneNode): PageNode {
  let parent: BaseNode | null = node
  while (parent && parent.type !== 'PAGE') parent = parent.parent
  if (!parent) throw new AppError('node_removed')
  return parent
}
