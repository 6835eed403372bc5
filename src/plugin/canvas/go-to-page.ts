import { findNode } from './find-node.ts'
import { pageOf } from './page-of.ts'

/**
 * Shows the page a layer is on, which also loads it, and answers with the layer fetched anew.
 * @throws AppError `node_removed`
 */
export async function goToPage(node: SceneNode): Promise<SceneNode> {
  const { id } = node
  const page = pageOf(node)
  if (page.id === figma.currentPage.id) return node
  await figma.setCurrentPageAsync(page)
  return findNode(id)
}
